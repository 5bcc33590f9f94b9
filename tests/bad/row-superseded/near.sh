#!/bin/sh
# Two rows, but of two LAOs.
set -eu
sed -i -e '2{p;s/6360107,อบต.กุดตุ้ม/6360203,อบต.โนนแดง/}' content/sheets/identities.csv
