#!/bin/sh
# One number with its unit.
set -eu
echo '360201,2568-05,"1,150 คน",26000,' >>content/reports/2568.csv
