#!/bin/sh
# A new group, and a feature of it.
set -eu
sed -i -e 's/^groups:/&\n  - {key: depart, label: {th: กลับ, en: Leaving}}/' \
    -e '0,/key: arrive.dropoff/s//key: depart.dropoff/' content/vocabulary/access.yaml
