#!/bin/sh
# Words for a date.
set -eu
sed -i -e 's/^updated.*/updated: เมื่อวาน/' content/identities/360201.yaml
