#!/bin/sh
# UTF-16 with half of a pair of surrogates.
set -eu
{ printf '\357\273\277lao\tmonth\tnote\n360107\t2567-10\t' | iconv -f UTF-8 -t UTF-16LE; printf '\075\330x\000\n\000'; } >content/reports/source.csv
