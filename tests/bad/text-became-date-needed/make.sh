#!/bin/sh
# A date in the place of a name.
set -eu
sed -i -e '2s/หม่ำกุดตุ้ม/1-ม.ค./' content/sheets/identities.csv
