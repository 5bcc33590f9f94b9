#!/bin/sh
# An address that no page can be put behind.
set -eu
sed -i -e 's#^base_url:.*#base_url: https://example.go.th/?page=#' content/site.yaml
