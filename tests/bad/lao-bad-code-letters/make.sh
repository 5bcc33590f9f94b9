#!/bin/sh
# Letters for digits.
set -eu
sed -i -e 's/6360107/636O1O7/' content/sheets/identities.csv
