#!/bin/sh
# An LAO of that name and type, but in another province than the one stated.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม จ.อำนาจเจริญ/' content/sheets/identities.csv
