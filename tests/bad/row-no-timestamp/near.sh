#!/bin/sh
# Two rows of one LAO, for two months.
set -eu
echo '360201,2568-06,130,26000,' >>content/reports/2568.csv
