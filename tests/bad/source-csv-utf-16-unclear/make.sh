#!/bin/sh
# UTF-16 without its mark, joined to something else.
set -eu
{ printf 'lao,month' | iconv -f UTF-8 -t UTF-16LE; printf ',visitors,note'; } >content/reports/source.csv
