#!/bin/sh
# The code of one LAO with the name of another.
set -eu
sed -i -e 's/อบต.กุดตุ้ม/อบต.โนนแดง/' content/sheets/identities.csv
