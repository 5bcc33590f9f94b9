#!/bin/sh
# Words for a number.
set -eu
sed -i -e 's/^otop_stars: 5/otop_stars: ห้าดาว/' content/identities/360201.yaml
