#!/bin/sh
# In a sheet the sign parts the hashtags.
set -eu
sed -i -e 's/^  ignore/    "แฮชแท็ก": tags\n&/' content/tables.yaml
sed -i -e '1s/$/,แฮชแท็ก/' -e '2s/$/,#หม่ำ #กุดตุ้ม/' content/sheets/identities.csv
