#!/bin/sh
# A day that the month does not have.
set -eu
sed -i -e 's/^updated.*/updated: 29\/2\/2568/' content/identities/360201.yaml
