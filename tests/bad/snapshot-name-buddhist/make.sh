#!/bin/sh
# A Buddhist year in the name.
. "$CASE/../snapshot.sh"
mv "$kept" content/snapshots/2568-03.csv
