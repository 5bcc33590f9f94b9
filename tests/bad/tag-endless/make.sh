#!/bin/sh
# A hashtag that would make megabytes of links.
set -eu
sed -i -e "s/^tags.*/tags: [$(yes ก | head -5000 | tr -d '\n')]/" content/identities/360201.yaml
