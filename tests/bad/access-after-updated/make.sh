#!/bin/sh
# Checked after the entry was last touched.
set -eu
sed -i -e 's/checked: .*/checked: 2568-07-12/' content/identities/360201.yaml
