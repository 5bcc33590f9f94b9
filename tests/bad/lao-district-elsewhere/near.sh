#!/bin/sh
# Another district of the same province.
set -eu
sed -i -e 's/Non Daeng,3602,/Non Daeng,3601,/' content/registry/laos.csv
