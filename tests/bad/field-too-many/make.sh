#!/bin/sh
# 61 hashtags; 60 are read.
set -eu
sed -i "s/^tags.*/tags: [$(seq -s, -f 'tag%g' 61)]/" content/identities/360201.yaml
