#!/bin/sh
# A zero too many.
set -eu
echo '360201,2568-05,1300,270000,' >>content/reports/2568.csv
