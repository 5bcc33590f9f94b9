#!/bin/sh
# A key that cannot stand in an address.
set -eu
sed -i -e '0,/key: arts/s//key: Arts and Culture/' content/vocabulary/categories.yaml
