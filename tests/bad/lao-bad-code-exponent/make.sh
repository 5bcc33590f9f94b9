#!/bin/sh
# A code that Excel shortened.
set -eu
sed -i -e 's/6360107/6.36E+06/' content/sheets/identities.csv
