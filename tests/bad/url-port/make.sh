#!/bin/sh
# A web address that must not become a link.
set -eu
sed -i -e 's#website: .*#website: https://example.go.th:8443/#' content/identities/360201.yaml
