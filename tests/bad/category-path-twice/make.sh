#!/bin/sh
# A category that wants the address of another page.
set -eu
sed -i -e 's/^- key: arts/- key: access/' content/vocabulary/categories.yaml
