#!/bin/sh
# The same, named by its month.
. "$CASE/../snapshot.sh"
