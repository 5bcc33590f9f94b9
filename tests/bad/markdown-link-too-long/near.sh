#!/bin/sh
# A link of 2,048 bytes.
set -eu
long=$(printf 'a%.0s' $(seq 2026))
printf '\n[x](https://example.go.th/%s)\n' "$long" >>content/pages/about.th.md
