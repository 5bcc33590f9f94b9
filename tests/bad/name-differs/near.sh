#!/bin/sh
# The same name in full, with a blank and its province.
set -eu
sed -i -e 's/อบต.กุดตุ้ม/องค์การบริหารส่วนตำบล กุดตุ้ม จังหวัดชัยภูมิ/' content/sheets/identities.csv
