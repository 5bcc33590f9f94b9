#!/bin/sh
# An address without its host.
set -eu
sed -i -e 's/email: .*/email: office@/' content/identities/360201.yaml
