#!/bin/sh
# The name in English beside its code.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/6360107,Kut Tum SAO/' content/sheets/identities.csv
