#!/bin/sh
# The Christian year.
set -eu
sed -i -e 's/^updated.*/updated: 2025-06-01/' content/identities/360201.yaml
