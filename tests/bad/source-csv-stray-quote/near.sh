#!/bin/sh
# The same, quoted and doubled.
set -eu
printf 'lao,month,visitors,note\n360201,2567-10,1,"ผ้า 5"" ยาว"\n' >content/reports/source.csv
