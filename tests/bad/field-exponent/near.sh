#!/bin/sh
# The same number with its mark of thousands.
set -eu
sed -i -e 's/100,20000/"1,200",20000/' content/reports/2568.csv
