#!/bin/sh
# Rows times columns that would fill the memory.
set -eu
{ printf 'lao,month'; printf ',c%s' $(seq 398); printf '
'; yes 1 | head -42000; } >content/reports/source.csv
