#!/bin/sh
# Reports without their month.
set -eu
printf 'lao,visitors\n360201,5\n' >content/reports/2569.csv
