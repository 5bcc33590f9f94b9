#!/bin/sh
# A fraction of nothing.
set -eu
echo '360201,2568-05,12.0,26000,' >>content/reports/2568.csv
