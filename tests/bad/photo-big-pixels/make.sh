#!/bin/sh
# The head of a JPEG that says 60,000 × 60,000: refused before a pixel is decoded.
set -eu
mkdir -p content/media/360201
printf '\377\330\377\300\000\021\010\352\140\352\140\003\001\021\000\002\021\000\003\021\000\377\332\000\014\003\001\000\002\000\003\000\000\077\000' \
    >content/media/360201/loom.jpg
echo "photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]" >>content/identities/360201.yaml
