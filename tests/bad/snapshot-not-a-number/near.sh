#!/bin/sh
# The number.
. "$CASE/../snapshot.sh"
