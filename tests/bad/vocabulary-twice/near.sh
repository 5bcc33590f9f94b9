#!/bin/sh
# Two keys that begin alike.
set -eu
sed -i -e '0,/key: arts/s//key: foods/' content/vocabulary/categories.yaml
