#!/bin/sh
# A file whose name and content name two LAOs.
set -eu
sed -i -e 's/^lao: 360201/lao: 360203/' content/identities/360201.yaml
