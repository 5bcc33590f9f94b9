#!/bin/sh
# One language: the sheet's English columns are no mistake.
set -eu
sed -i -e 's/^languages.*/languages: [th]/' content/site.yaml
