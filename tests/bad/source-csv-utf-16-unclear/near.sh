#!/bin/sh
# UTF-16 without its mark, but UTF-16 throughout.
set -eu
printf 'lao,month,visitors\n360107,ต.ค. 2567,120\n' | iconv -f UTF-8 -t UTF-16BE >content/reports/source.csv
