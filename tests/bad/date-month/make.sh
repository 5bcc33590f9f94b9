#!/bin/sh
# Month and day swapped.
set -eu
sed -i -e 's/^updated.*/updated: 5\/13\/2568/' content/identities/360201.yaml
