#!/bin/sh
# A house number that Excel turned into a date, at the start of an address and alone in a note.
set -eu
sed -i -e '1s/$/,place.address_th,place.directions_th/' -e '2s|$|,1-ม.ค. หมู่ 2,2-Jan|' content/sheets/identities.csv
