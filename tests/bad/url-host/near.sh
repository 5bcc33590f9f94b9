#!/bin/sh
# The same word before a dot.
set -eu
sed -i -e 's#website: .*#website: https://localhost.example/#' content/identities/360201.yaml
