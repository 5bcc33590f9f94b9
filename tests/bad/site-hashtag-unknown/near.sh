#!/bin/sh
# The name of a placeholder without its braces.
set -eu
sed -i -e 's/"{lao_tag}"/lao_tag/' content/site.yaml
