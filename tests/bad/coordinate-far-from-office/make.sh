#!/bin/sh
# In the province, but far from the office.
set -eu
sed -i -e 's/lat: .*/lat: 15.85/' -e 's/lon: .*/lon: 102.37/' content/identities/360201.yaml
