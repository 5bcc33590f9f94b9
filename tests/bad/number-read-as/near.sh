#!/bin/sh
# Digits only.
set -eu
echo '360201,2568-05,1250,26000,' >>content/reports/2568.csv
