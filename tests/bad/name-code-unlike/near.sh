#!/bin/sh
# Code and name of one LAO.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม (6360107)/' content/sheets/identities.csv
