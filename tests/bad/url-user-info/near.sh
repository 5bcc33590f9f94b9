#!/bin/sh
# The sign in the path.
set -eu
sed -i -e 's#website: .*#website: https://example.go.th/@evil.example/#' content/identities/360201.yaml
