#!/bin/sh
# The same number in the path.
set -eu
sed -i -e 's#website: .*#website: https://example.go.th/:8443/#' content/identities/360201.yaml
