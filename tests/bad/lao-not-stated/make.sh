#!/bin/sh
# A row without code and name.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,/' content/sheets/identities.csv
