#!/bin/sh
# October of the fiscal year 2568, typed as one of 2568; and a year that is decades away.
set -eu
printf '%s\n' '360201,2568-10,100,20000,' '360201,2599-01,100,20000,' >>content/reports/2568.csv
