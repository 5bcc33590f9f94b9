#!/bin/sh
# Named by six digits; the seven stand inside.
set -eu
sed -i -e 's/^lao: 360201/lao: 5360201/' content/identities/360201.yaml
