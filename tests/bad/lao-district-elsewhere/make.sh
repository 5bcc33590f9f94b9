#!/bin/sh
# A district of another province.
set -eu
sed -i -e 's/Non Daeng,3602,/Non Daeng,3701,/' content/registry/laos.csv
