#!/bin/sh
# With TLS, in the capitals that a telephone puts.
set -eu
sed -i -e 's/^base_url: https/base_url: Https/' content/site.yaml
