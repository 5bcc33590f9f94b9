#!/bin/sh
# Blanks within a name, and no type.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,กุด ตุ้ม/' content/sheets/identities.csv
