#!/bin/sh
# The comma of thousands within quotes.
set -eu
printf 'lao,month,visitors,income,note\n360201,2567-10,1,200,"รวม 1,200 คน"\n' >content/reports/source.csv
