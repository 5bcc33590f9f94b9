#!/bin/sh
# The shortest host that there is.
set -eu
sed -i -e 's/email: .*/email: office@a.th/' content/identities/360201.yaml
