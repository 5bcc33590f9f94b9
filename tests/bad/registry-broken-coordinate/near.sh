#!/bin/sh
# A whole number of degrees, both in their places.
set -eu
sed -i -e 's/15.78059,101.90747/16,102/' content/registry/laos.csv
