#!/bin/sh
# 400 columns.
set -eu
{ printf 'lao,month,visitors'; printf ',c%s' $(seq 397); printf '\n360201,2567-10,1\n'; } >content/reports/source.csv
