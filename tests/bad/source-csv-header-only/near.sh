#!/bin/sh
# A header, a blank row and one that is not.
set -eu
printf 'lao,month,visitors\n,,\n360201,2567-10,1\n' >content/reports/source.csv
