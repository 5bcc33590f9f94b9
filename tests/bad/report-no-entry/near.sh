#!/bin/sh
# Figures of an office with an identity.
set -eu
echo '370101,2568-05,10,1000,' >>content/reports/2568.csv
