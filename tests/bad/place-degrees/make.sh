#!/bin/sh
# Degrees, minutes and seconds, as maps show them.
set -eu
sed -i -e '1s/$/,place.lat,place.lon/' content/sheets/identities.csv
sed -i -e '2s/$/,"15°45\x2722.7""N","101°54\x2731.3""E"/' content/sheets/identities.csv
