#!/bin/sh
# 39 kilometres from the office; 40 are let pass.
set -eu
sed -i -e 's/lon: .*/lon: 102.27/' content/identities/360201.yaml
