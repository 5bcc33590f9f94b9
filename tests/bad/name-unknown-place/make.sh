#!/bin/sh
# A province and a district that are nowhere: one nearly, one not at all.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม อ.ไกลโพ้นทะเล จ.ชัยภูม/' content/sheets/identities.csv
