#!/bin/sh
# The same in its own province.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม จ.ชัยภูมิ/' content/sheets/identities.csv
