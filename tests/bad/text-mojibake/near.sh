#!/bin/sh
# Thai that begins as garbled Thai does.
set -eu
sed -i -e '1s/$/,place.directions_th/' -e '2s|$|,เธอชื่อเนตร|' content/sheets/identities.csv
