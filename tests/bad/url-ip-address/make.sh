#!/bin/sh
# A web address that must not become a link.
set -eu
sed -i -e 's#website: .*#website: https://0x7f.0.0.1/#' content/identities/360201.yaml
