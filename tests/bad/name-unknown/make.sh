#!/bin/sh
# A name that is nearly, and one that is not at all, in the registry.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ่ม/' -e '$a 21/5/2568 9:00:00,x@example.go.th,,อบต.ไม่มีอยู่จริง,ด้านอาหาร,ก,a,ข,b,ค,' content/sheets/identities.csv
