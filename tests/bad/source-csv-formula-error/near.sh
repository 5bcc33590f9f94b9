#!/bin/sh
# A note that speaks of such an error.
set -eu
printf 'lao,month,visitors,note\n360201,2567-10,1,#REF! แก้แล้ว\n' >content/reports/source.csv
