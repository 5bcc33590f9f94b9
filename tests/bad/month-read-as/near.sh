#!/bin/sh
# The month.
set -eu
echo '360201,5/2568,100,20000,' >>content/reports/2568.csv
