#!/bin/sh
# A cell of question marks is a cell without a value.
set -eu
sed -i 's/หม่ำกุดตุ้ม/?????????/' content/sheets/identities.csv
