#!/bin/sh
# The question that has to be answered was reworded.
set -eu
sed -i -e '1s/ชื่อ (ไทย)/ชื่อ (ไทย )/' content/sheets/identities.csv
