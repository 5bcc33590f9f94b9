#!/bin/sh
# The column to be ignored, with blanks in its header.
set -eu
sed -i -e '1s/ที่อยู่อีเมล/" ที่อยู่อีเมล "/' content/sheets/identities.csv
