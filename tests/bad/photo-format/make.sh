#!/bin/sh
# HEIC, as an iPhone photographs, under the name of a JPEG.
set -eu
mkdir -p content/media/360201
printf '\000\000\000\030ftypheic\000\000\000\000mif1heic' >content/media/360201/loom.jpg
echo "photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]" >>content/identities/360201.yaml
