#!/bin/sh
# Fewer than no visitors.
set -eu
echo '360201,2568-05,-5,1000,' >>content/reports/2568.csv
