#!/bin/sh
# A digit is missing.
set -eu
sed -i -e 's/6360107/63601/' content/sheets/identities.csv
