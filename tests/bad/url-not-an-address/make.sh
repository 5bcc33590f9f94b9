#!/bin/sh
# A page's name instead of its address.
set -eu
sed -i -e 's|^  email:.*|  facebook: เพจ บ้านเขว้า|' content/identities/360201.yaml
