#!/bin/sh
# A language that would be a folder of the site's own.
set -eu
sed -i -e 's/^languages.*/languages: [th, data]/' content/site.yaml
