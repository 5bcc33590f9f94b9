#!/bin/sh
# The long link that it leads to.
set -eu
sed -i -e '1s/$/,place.lat,place.lon/' -e '2s|$|,"https://www.google.com/maps/@15.7563,101.9087,17z",|' content/sheets/identities.csv
