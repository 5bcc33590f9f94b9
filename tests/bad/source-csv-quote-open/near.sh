#!/bin/sh
# A cell of two lines, its quote closed.
set -eu
printf 'lao,month,visitors,note\n360201,2567-10,1,"งาน\nประจำปี"\n' >content/reports/source.csv
