#!/bin/sh
# A slug that is another province's code.
set -eu
sed -i -e 's/^36,chaiyaphum,/36,37,/' content/registry/provinces.csv
