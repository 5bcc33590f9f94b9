#!/bin/sh
# The fewest stars.
set -eu
sed -i -e 's/^otop_stars: 5/otop_stars: 1/' content/identities/360201.yaml
