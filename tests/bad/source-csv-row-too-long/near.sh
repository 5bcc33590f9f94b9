#!/bin/sh
# A row of three bytes less than 1 MiB.
set -eu
long=$(head -c 262138 /dev/zero | tr '\0' x)
printf 'lao,month,visitors,a,b,c,d\n360201,2567-10,1,%s,%s,%s,%s\n' "$long" "$long" "$long" "$long" >content/reports/source.csv
