#!/bin/sh
# Two offices of one name and type; the row says of which province.
set -eu
echo '6370102,sao,กุดตุ้ม,Kut Tum,3701,15.9,104.6,' >>content/registry/laos.csv
sed -i 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม จ.ชัยภูมิ/' content/sheets/identities.csv
