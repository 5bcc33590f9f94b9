#!/bin/sh
# The same as decimal degrees.
set -eu
sed -i -e '1s/$/,place.lat,place.lon/' -e '2s|$|,15.756306,101.908694|' content/sheets/identities.csv
