#!/bin/sh
# A second sheet, with a name that tables.yaml knows by its star.
set -eu
sed 's/^20/21/' content/sheets/identities.csv >content/sheets/identities-2.csv
