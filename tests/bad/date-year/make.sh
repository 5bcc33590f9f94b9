#!/bin/sh
# A two-digit year that may be of either era.
set -eu
sed -i -e 's/^updated.*/updated: 12\/5\/25/' content/identities/360201.yaml
