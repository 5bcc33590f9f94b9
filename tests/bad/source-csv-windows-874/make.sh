#!/bin/sh
# Excel's "CSV" on a Thai Windows: the months are written in windows-874.
set -eu
printf 'lao,month,visitors\n360107,\265.\244. 2567,120\n' >content/reports/source.csv
