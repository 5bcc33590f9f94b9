#!/bin/sh
# Digits behind a letter.
set -eu
sed -i -e 's/^tags.*/tags: ["ป2568", 2568ก]/' content/identities/360201.yaml
