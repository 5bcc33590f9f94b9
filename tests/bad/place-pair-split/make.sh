#!/bin/sh
# Both coordinates pasted into the cell of the latitude.
set -eu
sed -i -e '1s/$/,place.lat,place.lon/' -e '2s|$|,"15.7563, 101.9087",|' content/sheets/identities.csv
