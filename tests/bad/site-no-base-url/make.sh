#!/bin/sh
# No address to be published at.
set -eu
sed -i -e '/^base_url/d' content/site.yaml
