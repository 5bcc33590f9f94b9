#!/bin/sh
# The kind with a capital.
set -eu
sed -i -e 's/kind: identity/kind: Identity/' content/tables.yaml
