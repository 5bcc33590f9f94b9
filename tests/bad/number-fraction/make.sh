#!/bin/sh
# Twelve visitors and a half.
set -eu
echo '360201,2568-05,12.5,26000,' >>content/reports/2568.csv
