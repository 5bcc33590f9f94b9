#!/bin/sh
# An address without a path.
set -eu
sed -i -e 's#^base_url.*#base_url: https://example.go.th#' content/site.yaml
