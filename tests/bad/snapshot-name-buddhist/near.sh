#!/bin/sh
# The Christian year.
. "$CASE/../snapshot.sh"
