#!/bin/sh
# The code of a neighbour, which the registry has.
set -eu
sed -i -e 's/6360107/6360203/' -e 's/อบต.กุดตุ้ม//' content/sheets/identities.csv
