#!/bin/sh
# A name without its type, but with the code.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/360107,กุดตุ้ม/' content/sheets/identities.csv
