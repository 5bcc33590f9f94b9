#!/bin/sh
# 60 characters, as many as fit.
set -eu
sed -i -e "s/phone: .*/phone: \"0 4489 1101 ต่อ $(printf '1%.0s' $(seq 44))\"/" content/identities/360201.yaml
