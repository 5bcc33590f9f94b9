#!/bin/sh
# A point in Amnat Charoen for an office in Chaiyaphum.
set -eu
sed -i -e 's/lat: .*/lat: 15.89/' -e 's/lon: .*/lon: 104.63/' content/identities/360201.yaml
