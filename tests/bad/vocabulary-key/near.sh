#!/bin/sh
# The same words as they can stand in an address.
set -eu
sed -i -e '0,/key: arts/s//key: arts-and-culture-2/' content/vocabulary/categories.yaml
