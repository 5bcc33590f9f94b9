#!/bin/sh
# A code and the name of another LAO in one cell.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม (5360201)/' content/sheets/identities.csv
