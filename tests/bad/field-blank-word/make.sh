#!/bin/sh
# Words and strokes that say nothing, in a sheet.
set -eu
echo '360201,2568-05,-,0,' >>content/reports/2568.csv
sed -i -e '1s/$/,place.directions_th,safety.note_th/' -e '2s|$|,ไม่ทราบ,-|' content/sheets/identities.csv
