#!/bin/sh
# The name there, and no code.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม/' content/sheets/identities.csv
