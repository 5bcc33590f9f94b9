#!/bin/sh
# A blank column without a header.
set -eu
printf 'lao,,month,visitors,\n360107,,2567-10,7,\n' >content/reports/source.csv
