#!/bin/sh
# Checked on the very day of the entry.
set -eu
sed -i -e 's/checked: .*/checked: 2568-06-01/' content/identities/360201.yaml
