#!/bin/sh
# A province at the address of the progress page, a district at that of a field.
set -eu
sed -i -e 's/amnat-charoen/progress/' content/registry/provinces.csv
