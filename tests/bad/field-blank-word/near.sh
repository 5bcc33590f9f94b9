#!/bin/sh
# A bare stroke in a text, and a text that begins with such a word.
set -eu
sed -i -e '1s/$/,place.directions_th,safety.note_th/' -e '2s|$|,ไม่ทราบทาง ให้ถามที่วัด,-|' content/sheets/identities.csv
