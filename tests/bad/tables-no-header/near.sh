#!/bin/sh
# Half of the headers are still the form's: the others are missed one by one.
set -eu
sed -i -e '1s/.*/ประทับเวลา,a,รหัส อปท.,b,ด้าน,ชื่อ (ไทย),c,สรุป (ไทย),d,e,f/' content/sheets/identities.csv
