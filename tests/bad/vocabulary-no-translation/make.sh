#!/bin/sh
# A facility without its English label.
set -eu
sed -i -e '0,/key: halal.*/s//key: halal, label: {th: ฮาลาล}}/' content/vocabulary/access.yaml
