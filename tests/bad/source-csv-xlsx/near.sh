#!/bin/sh
# A header that begins with the letters of an archive.
set -eu
printf 'PK,lao,month,visitors\n,360201,2567-10,1\n' >content/reports/source.csv
