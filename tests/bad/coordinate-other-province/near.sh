#!/bin/sh
# The nearest office is of another province, but those of its own are not far.
set -eu
sed -i -e 's/lon: .*/lon: 102.25/' content/identities/360201.yaml
sed -i -e 's/15.89398,104.63448/15.79,102.26/' content/registry/laos.csv
