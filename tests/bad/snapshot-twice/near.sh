#!/bin/sh
# What lies in no district, beside it.
. "$CASE/../snapshot.sh"
echo 3700,0,0,0,0,0,0,0,0,0 >>"$kept"
