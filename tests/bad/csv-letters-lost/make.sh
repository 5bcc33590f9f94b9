#!/bin/sh
# A name whose second word became question marks.
set -eu
sed -i 's/หม่ำกุดตุ้ม/หม่ำ ???????/' content/sheets/identities.csv
