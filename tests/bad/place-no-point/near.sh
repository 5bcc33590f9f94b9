#!/bin/sh
# A decimal comma that can be nothing else.
# rule: place.outside
set -eu
sed -i -e 's|lat: .*|lat: "15,78059"|' content/identities/360201.yaml
