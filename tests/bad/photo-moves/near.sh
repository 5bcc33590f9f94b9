#!/bin/sh
# The same chunk behind the picture says nothing.
set -eu
mkdir -p content/media/360201
cp "$CASE/../dot.png" content/media/360201/loom.jpg
echo "photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]" >>content/identities/360201.yaml
printf '\000\000\000\010acTL\000\000\000\002\000\000\000\000\363\215\223\160' >>content/media/360201/loom.jpg
