#!/bin/sh
# One LAO answered twice.
set -eu
sed -i -e '2{p;s/20\/5\/2568/21\/5\/2568/;s/หม่ำกุดตุ้ม/หม่ำ/}' content/sheets/identities.csv
