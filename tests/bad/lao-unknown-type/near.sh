#!/bin/sh
# The type as it is said in Thai.
set -eu
sed -i -e 's/6360203,sao/6360203,องค์การบริหารส่วนตำบล/' content/registry/laos.csv
