#!/bin/sh
# The column has the name that tables.yaml gives, with a blank too many.
set -eu
sed -i '1s/ประทับเวลา/ ประทับเวลา /' content/sheets/identities.csv
