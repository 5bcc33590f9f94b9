#!/bin/sh
# A facility with its two labels and nothing else.
set -eu
sed -i -e '0,/key: halal.*/s//key: halal, label: {th: ฮาลาล, en: Halal}}/' content/vocabulary/access.yaml
