#!/bin/sh
# No accessibility vocabulary.
set -eu
rm content/vocabulary/access.yaml
sed -i '/^access:/,/^facilities/d' content/identities/360201.yaml
