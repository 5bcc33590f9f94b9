#!/bin/sh
# Excel's "Unicode Text": UTF-16 with tabs.
set -eu
printf '\357\273\277lao\tmonth\tvisitors\r\n360107\tต.ค. 2567\t120\r\n' | iconv -f UTF-8 -t UTF-16LE >content/reports/source.csv
