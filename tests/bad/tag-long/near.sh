#!/bin/sh
# A hashtag of 30 characters.
set -eu
sed -i -e "s/^tags.*/tags: [$(printf 'ก%.0s' $(seq 30))]/" content/identities/360201.yaml
