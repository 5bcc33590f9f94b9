#!/bin/sh
# English first: hashtags would be made of English names.
set -eu
sed -i -e 's/^languages.*/languages: [en, th]/' content/site.yaml
