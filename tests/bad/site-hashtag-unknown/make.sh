#!/bin/sh
# A placeholder that is none.
set -eu
sed -i -e 's/{lao_tag}/{office_tag}/' content/site.yaml
