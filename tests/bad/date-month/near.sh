#!/bin/sh
# Day before month.
set -eu
sed -i -e 's/^updated.*/updated: 13\/5\/2568/' content/identities/360201.yaml
