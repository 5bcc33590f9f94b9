#!/bin/sh
# Two rows of one LAO, each for a month of its own.
set -eu
echo '360201,2568-05,120,26000,' >>content/reports/2568.csv
