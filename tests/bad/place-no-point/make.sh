#!/bin/sh
# A latitude whose point was lost.
set -eu
sed -i -e 's|lat: .*|lat: 1578059|' content/identities/360201.yaml
