#!/bin/sh
# A name that holds a day.
# rule: text.became-date
set -eu
sed -i -e '2s/หม่ำกุดตุ้ม/งาน 1 ม.ค./' content/sheets/identities.csv
