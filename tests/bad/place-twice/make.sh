#!/bin/sh
# One code twice.
set -eu
sed -i -e '$a 37,other,อื่น,Other,ภาคเหนือ,North,' content/registry/provinces.csv
