#!/bin/sh
# 10 MiB: a whole PNG, and zeros behind it.
set -eu
mkdir -p content/media/360201
cp "$CASE/../dot.png" content/media/360201/loom.jpg
echo "photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]" >>content/identities/360201.yaml
truncate -s 10485760 content/media/360201/loom.jpg
