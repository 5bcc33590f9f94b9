#!/bin/sh
# A name with a blank behind its type, and one in full with its district.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต. กุดตุ้ม/' -e '$a 21/5/2568 9:00:00,x@example.go.th,,องค์การบริหารส่วนตำบลโนนแดง อ.บ้านเขว้า,ด้านอาหาร,ก,a,ข,b,ค,' content/sheets/identities.csv
