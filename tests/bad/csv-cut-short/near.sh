#!/bin/sh
# No newline at the end, but a whole row; and a short row before it.
set -eu
printf 'lao,month,visitors,income\n360107,2567-10,120\n360107,2567-11,13,5' >content/reports/source.csv
