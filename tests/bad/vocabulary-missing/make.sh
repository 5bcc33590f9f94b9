#!/bin/sh
# No fields at all.
set -eu
rm content/vocabulary/categories.yaml
