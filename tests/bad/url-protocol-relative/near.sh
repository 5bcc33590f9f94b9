#!/bin/sh
# The same with its scheme.
set -eu
sed -i -e 's#website: .*#website: https://evil.example/#' content/identities/360201.yaml
