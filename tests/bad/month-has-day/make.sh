#!/bin/sh
# A day in the field of the month.
set -eu
echo '360201,15/5/2568,100,20000,' >>content/reports/2568.csv
