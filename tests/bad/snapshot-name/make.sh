#!/bin/sh
# A file that says no month.
. "$CASE/../snapshot.sh"
mv "$kept" content/snapshots/march-2025.csv
