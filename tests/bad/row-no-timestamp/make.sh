#!/bin/sh
# Two rows for one month, and nothing says which is newer.
set -eu
echo '360201,2568-04,130,26000,' >>content/reports/2568.csv
