#!/bin/sh
# A Thai digit.
set -eu
sed -i -e 's/^otop_stars: 5/otop_stars: ๕/' content/identities/360201.yaml
