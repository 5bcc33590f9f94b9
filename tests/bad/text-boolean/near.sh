#!/bin/sh
# A word in a text.
set -eu
sed -i -e '1s/$/,place.directions_th/' -e '2s|$|,TRUE coffee|' content/sheets/identities.csv
