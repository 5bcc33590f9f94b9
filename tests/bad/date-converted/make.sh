#!/bin/sh
# 543 years added twice.
set -eu
sed -i -e 's/^updated.*/updated: 3111-06-01/' content/identities/360201.yaml
