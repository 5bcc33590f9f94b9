#!/bin/sh
# A download that stopped within the last row.
set -eu
printf 'lao,month,visitors,income\n360107,2567-10,120,3000\n360107,2567-11,13' >content/reports/source.csv
