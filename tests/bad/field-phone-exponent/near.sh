#!/bin/sh
# A mobile number with an extension.
set -eu
sed -i -e 's/phone: .*/phone: "08-1234-5678 ต่อ 12"/' content/identities/360201.yaml
