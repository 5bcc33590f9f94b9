#!/bin/sh
# A name with the same sign.
set -eu
sed -i -e '2s/หม่ำกุดตุ้ม/หม่ำ #1/' content/sheets/identities.csv
