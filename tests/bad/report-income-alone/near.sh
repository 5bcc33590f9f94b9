#!/bin/sh
# Income without visitors, for nobody came.
set -eu
sed -i -e 's/,100,20000/,0,20000/' content/reports/2568.csv
