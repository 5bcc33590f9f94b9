#!/bin/sh
# Google's tables rename the first column.
set -eu
sed -i '1s/ประทับเวลา/คอลัมน์ 1/' content/sheets/identities.csv
