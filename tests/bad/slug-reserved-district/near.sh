#!/bin/sh
# A district at an address that only a province must not have.
set -eu
sed -i -e 's/,ban-khwao,/,search,/' content/registry/districts.csv
