#!/bin/sh
# A header, without a newline.
set -eu
printf 'lao,month,visitors' >content/reports/source.csv
