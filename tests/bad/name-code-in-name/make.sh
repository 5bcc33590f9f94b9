#!/bin/sh
# The code in the column of the name.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,6360107/' content/sheets/identities.csv
