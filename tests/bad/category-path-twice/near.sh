#!/bin/sh
# A category whose address only begins as that of another page.
set -eu
sed -i -e 's/^- key: arts/- key: accessible/' content/vocabulary/categories.yaml
