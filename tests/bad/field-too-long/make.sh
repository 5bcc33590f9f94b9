#!/bin/sh
# A summary of 301 characters; 300 are read.
set -eu
long=$(printf 'ก%.0s' $(seq 301))
sed -i "s/^summary.*/summary: {th: $long, en: Silk}/" content/identities/360201.yaml
