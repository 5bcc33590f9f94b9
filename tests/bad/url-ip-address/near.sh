#!/bin/sh
# The same numbers before a name.
set -eu
sed -i -e 's#website: .*#website: https://0x7f.0.0.1.example/#' content/identities/360201.yaml
