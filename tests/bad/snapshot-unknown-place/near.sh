#!/bin/sh
# Provinces that are there.
. "$CASE/../snapshot.sh"
