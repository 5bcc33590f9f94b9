#!/bin/sh
# More than a year after all other dates.
set -eu
sed -i -e 's/^updated.*/updated: 2571-06-01/' content/identities/360201.yaml
