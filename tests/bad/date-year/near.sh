#!/bin/sh
# A two-digit year that can only be of the Buddhist era.
set -eu
sed -i -e 's/^updated.*/updated: 12\/5\/68/' content/identities/360201.yaml
