#!/bin/sh
# A cell that shows a formula's error.
set -eu
printf 'lao,month,visitors\n360203,2567-10,#REF!\n' >content/reports/source.csv
