#!/bin/sh
# The last second of a month, with a comma before the time.
set -eu
sed -i -e 's/20\/5\/2568 9:00:00/"31\/5\/2568, 23:59:59"/' content/sheets/identities.csv
