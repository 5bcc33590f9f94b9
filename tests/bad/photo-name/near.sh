#!/bin/sh
# A file name with dots that leave nothing.
set -eu
mkdir -p content/media/360201
touch content/media/360201/loom..2.jpg
echo 'photos: [{file: loom..2.jpg, alt: {th: กี่, en: Loom}}]' >>content/identities/360201.yaml
