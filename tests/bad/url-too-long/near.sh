#!/bin/sh
# A web address of 2,048 bytes.
set -eu
long=$(printf 'a%.0s' $(seq 2026))
sed -i "s#website: .*#website: https://example.go.th/$long#" content/identities/360201.yaml
