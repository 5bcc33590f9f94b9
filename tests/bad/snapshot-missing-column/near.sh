#!/bin/sh
# All are there.
. "$CASE/../snapshot.sh"
