#!/bin/sh
# A hashtag that would not hold together.
set -eu
sed -i -e 's/^tags.*/tags: ["2568"]/' content/identities/360201.yaml
