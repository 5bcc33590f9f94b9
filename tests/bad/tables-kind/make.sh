#!/bin/sh
# A kind that is none.
set -eu
sed -i -e 's/kind: identity/kind: identities/' content/tables.yaml
