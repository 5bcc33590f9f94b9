#!/bin/sh
# Latitude and longitude in their places, in Thai digits.
set -eu
sed -i -e 's/lat: .*/lat: "๑๕.๗๘๐๕๙"/' -e 's/lon: .*/lon: "๑๐๑.๙๐๗๔๗"/' content/identities/360201.yaml
