#!/bin/sh
# A personal LINE id with all its signs.
set -eu
sed -i -e 's/line: .*/line: ban-khwao.silk_1/' content/identities/360201.yaml
