#!/bin/sh
# A link of more than 2,048 bytes.
set -eu
long=$(printf 'a%.0s' $(seq 2100))
printf '\n[x](https://example.go.th/%s)\n' "$long" >>content/pages/about.th.md
