#!/bin/sh
# They do.
. "$CASE/../snapshot.sh"
