#!/bin/sh
# "CSV UTF-8" with its BOM.
set -eu
printf '\357\273\277lao,month,visitors\r\n360107,ต.ค. 2567,120\r\n' >content/reports/source.csv
