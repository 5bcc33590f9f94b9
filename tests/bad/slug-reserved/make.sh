#!/bin/sh
# A province at the address of the search page, a district at that of a field.
set -eu
sed -i -e 's/amnat-charoen/search/' content/registry/provinces.csv
