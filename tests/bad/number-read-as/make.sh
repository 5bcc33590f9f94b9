#!/bin/sh
# Marks of thousands, units, Thai digits and a code with hyphens: read, and told.
set -eu
echo '5-36-02-01,2568-05,"๑,๑๕๐ คน","26,000.-",' >>content/reports/2568.csv
