#!/bin/sh
# The same number with its zero.
set -eu
sed -i -e 's/phone: .*/phone: "0812345678"/' content/identities/360201.yaml
