#!/bin/sh
# Latitude and longitude swapped.
set -eu
sed -i -e 's/lat: .*/lat: 101.90747/' -e 's/lon: .*/lon: 15.78059/' content/identities/360201.yaml
