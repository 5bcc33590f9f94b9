#!/bin/sh
# One month sent over and over: one finding for all of them.
set -eu
for i in $(seq 30); do echo "360201,2568-04,1$i,26000,"; done >>content/reports/2568.csv
