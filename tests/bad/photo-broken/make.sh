#!/bin/sh
# A PNG that was cut short.
set -eu
mkdir -p content/media/360201
head -c 45 "$CASE/../dot.png" >content/media/360201/loom.jpg
echo "photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]" >>content/identities/360201.yaml
