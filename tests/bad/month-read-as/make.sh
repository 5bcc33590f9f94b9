#!/bin/sh
# The first day of a month for the month.
set -eu
echo '360201,1/5/2568,100,20000,' >>content/reports/2568.csv
