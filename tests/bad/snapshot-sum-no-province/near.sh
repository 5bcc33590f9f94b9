#!/bin/sh
# With it.
. "$CASE/../snapshot.sh"
