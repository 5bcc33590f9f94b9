#!/bin/sh
# A namesake in another province, with the province stated.
set -eu
echo '6370102,sao,กุดตุ้ม,Kut Tum,3701,15.9,104.6,' >>content/registry/laos.csv
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม จ.ชัยภูมิ/' content/sheets/identities.csv
