#!/bin/sh
# 60 hashtags.
set -eu
sed -i "s/^tags.*/tags: [$(seq -s, -f 'tag%g' 60)]/" content/identities/360201.yaml
