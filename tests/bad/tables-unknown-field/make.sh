#!/bin/sh
# Columns mapped to fields that do not exist.
set -eu
sed -i -e 's/: summary.th/: sumary.th/' -e 's/: sources.1.title/: references/' content/tables.yaml
