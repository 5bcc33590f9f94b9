#!/bin/sh
# A file of 10 MiB and a byte.
set -eu
mkdir -p content/media/360201
head -c 10485761 /dev/zero >content/media/360201/loom.jpg
echo "photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]" >>content/identities/360201.yaml
