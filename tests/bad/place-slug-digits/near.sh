#!/bin/sh
# A slug that ends with the code of another province.
set -eu
sed -i -e 's/^36,chaiyaphum,/36,c-37,/' content/registry/provinces.csv
mv content/provinces/chaiyaphum.yaml content/provinces/c-37.yaml
