#!/bin/sh
# The code of the name, in Thai digits and with that of the type.
set -eu
sed -i -e 's/^lao: 360201/lao: ๕๓๖๐๒๐๑/' content/identities/360201.yaml
