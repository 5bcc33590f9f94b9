#!/bin/sh
# A feature of no group.
set -eu
sed -i -e '0,/key: arrive.dropoff/s//key: depart.dropoff/' content/vocabulary/access.yaml
