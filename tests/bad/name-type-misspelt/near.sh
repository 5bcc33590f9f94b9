#!/bin/sh
# Blanks and a decomposed sara am are no slips.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,องค์การบริหารส่วน ตําบล กุดตุ้ม/' content/sheets/identities.csv
