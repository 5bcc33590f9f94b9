#!/bin/sh
# Headers that are alike but for a capital.
set -eu
printf 'lao,month,visitors, Month \n360201,2567-10,1,2\n' >content/reports/source.csv
