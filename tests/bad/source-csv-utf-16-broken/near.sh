#!/bin/sh
# A whole pair.
set -eu
printf '\357\273\277lao\tmonth\tvisitors\tnote\n360107\t2567-10\t5\t😀\n' | iconv -f UTF-8 -t UTF-16LE >content/reports/source.csv
