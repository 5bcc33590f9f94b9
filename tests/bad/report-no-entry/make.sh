#!/bin/sh
# Figures without an identity.
set -eu
echo '360203,2568-05,10,1000,' >>content/reports/2568.csv
