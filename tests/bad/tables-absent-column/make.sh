#!/bin/sh
# A question was reworded, another was dropped.
set -eu
sed -i -e '1s/ชื่อ (ไทย)/ชื่อ (ไทย )/' -e '1s/แหล่งข้อมูล/อ้างอิง/' content/sheets/identities.csv
