#!/bin/sh
# The same in UTF-8.
set -eu
printf 'lao,month,visitors\n360107,ต.ค. 2567,120\n' >content/reports/source.csv
