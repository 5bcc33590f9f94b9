#!/bin/sh
# A check box where a text should be.
set -eu
sed -i -e '1s/$/,place.directions_th/' -e '2s|$|,TRUE|' content/sheets/identities.csv
