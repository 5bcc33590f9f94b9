#!/bin/sh
# Each category is a page in every province.
set -eu
for i in $(seq 61); do printf -- '- {key: c%s, label: {th: ก, en: a}}\n' "$i"; done >> content/vocabulary/categories.yaml
