#!/bin/sh
# A district at the address of a field.
set -eu
sed -i -e 's/,ban-khwao,/,food,/' content/registry/districts.csv
