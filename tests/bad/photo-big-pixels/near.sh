#!/bin/sh
# The same head of 50,000,000 pixels: broken, for nothing follows it, but not too large.
set -eu
mkdir -p content/media/360201
printf '\377\330\377\300\000\021\010\047\020\023\210\003\001\021\000\002\021\000\003\021\000\377\332\000\014\003\001\000\002\000\003\000\000\077\000' \
    >content/media/360201/loom.jpg
echo "photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]" >>content/identities/360201.yaml
