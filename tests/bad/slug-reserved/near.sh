#!/bin/sh
# Addresses that begin as those of the search page and of a field.
set -eu
sed -i -e 's/amnat-charoen/search-province/' content/registry/provinces.csv
sed -i -e 's/,ban-khwao,/,food-district,/' content/registry/districts.csv
