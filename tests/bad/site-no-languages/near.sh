#!/bin/sh
# Two languages in one text.
set -eu
sed -i -e 's/^languages.*/languages: th, en/' content/site.yaml
