#!/bin/sh
# The quotes doubled, within others.
set -eu
printf 'lao,month,visitors,note\n360201,2567-10,1,"""งาน""ประจำปี"\n' >content/reports/source.csv
