#!/bin/sh
# A folder, without the stroke at its end.
set -eu
sed -i -e 's#^base_url:.*#base_url: https://example.go.th/page#' content/site.yaml
