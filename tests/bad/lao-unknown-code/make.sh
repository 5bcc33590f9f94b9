#!/bin/sh
# A code that the registry does not have.
set -eu
sed -i -e 's/6360107/6360199/' -e 's/อบต.กุดตุ้ม//' content/sheets/identities.csv
