#!/bin/sh
# 29 February of a leap year: 2024.
set -eu
sed -i -e 's/^updated.*/updated: 29\/2\/2567/' content/identities/360201.yaml
