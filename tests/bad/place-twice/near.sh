#!/bin/sh
# The name of another place under a code of its own.
set -eu
sed -i -e '$a 38,other,อำนาจเจริญ,Amnat Charoen,ภาคเหนือ,North,' content/registry/provinces.csv
