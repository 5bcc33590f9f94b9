#!/bin/sh
# A district without its English name.
set -eu
sed -i -e 's/,Ban Khwao$/,/' content/registry/districts.csv
