#!/bin/sh
# About a hundred, and a range.
set -eu
echo '360201,2568-05,ประมาณ 100,26000,' >>content/reports/2568.csv
echo '360201,2568-06,100-150,26000,' >>content/reports/2568.csv
