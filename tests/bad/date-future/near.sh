#!/bin/sh
# A day less than a year after all other dates.
set -eu
sed -i -e 's/^updated.*/updated: 2569-05-29/' content/identities/360201.yaml
