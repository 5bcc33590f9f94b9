#!/bin/sh
# Eight digits: a sheet filled a zero in.
set -eu
sed -i -e 's/6360107/06360107/' content/sheets/identities.csv
