#!/bin/sh
# A summary of 300 characters.
set -eu
long=$(printf 'ก%.0s' $(seq 300))
sed -i "s/^summary.*/summary: {th: $long, en: Silk}/" content/identities/360201.yaml
