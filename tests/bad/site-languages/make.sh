#!/bin/sh
# One language twice.
set -eu
sed -i -e 's/^languages.*/languages: [th, en, th]/' content/site.yaml
