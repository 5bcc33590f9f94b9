#!/bin/sh
# A link to a map in the cell of the latitude.
set -eu
sed -i -e '1s/$/,place.lat,place.lon/' -e '2s|$|,"https://www.google.com/maps/@15.7563,101.9087,17z",|' content/sheets/identities.csv
