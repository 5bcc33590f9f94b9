#!/bin/sh
# A dot that may mark thousands.
set -eu
echo '360201,2568-05,1.250,26000,' >>content/reports/2568.csv
