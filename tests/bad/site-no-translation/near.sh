#!/bin/sh
# No tagline in any language.
set -eu
sed -i -e '/^tagline/d' content/site.yaml
