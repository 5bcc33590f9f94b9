#!/bin/sh
# A name that asks; and marks in a column that nobody reads.
set -eu
sed -i -e 's/หม่ำกุดตุ้ม/หม่ำกุดตุ้ม?/' -e 's/officer01@example.go.th/???/' content/sheets/identities.csv
