#!/bin/sh
# With the code nothing has to be found.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/6360107,กุดตุ้ม/' content/sheets/identities.csv
