#!/bin/sh
# More stars than there are.
set -eu
sed -i -e 's/^otop_stars: 5/otop_stars: 6/' content/identities/360201.yaml
