#!/bin/sh
# No language.
set -eu
sed -i -e '/^languages/d' content/site.yaml
