#!/bin/sh
# The district's code.
. "$CASE/../snapshot.sh"
