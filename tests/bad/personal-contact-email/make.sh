#!/bin/sh
# An address at a public provider: published, but somebody should look.
set -eu
sed -i 's/office@example.go.th/bankhwao@gmail.com/' content/identities/360201.yaml
