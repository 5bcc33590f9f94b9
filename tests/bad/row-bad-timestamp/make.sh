#!/bin/sh
# A time stamp by the American order.
set -eu
sed -i -e 's/20\/5\/2568/5\/20\/2568/' content/sheets/identities.csv
