#!/bin/sh
# Plain http.
set -eu
sed -i -e 's/^base_url: https/base_url: http/' content/site.yaml
