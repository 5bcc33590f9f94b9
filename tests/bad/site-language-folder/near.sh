#!/bin/sh
# A language whose tag only begins as a folder of the site.
set -eu
sed -i -e 's/^languages.*/languages: [th, en, da]/' content/site.yaml
cp content/words/en.yaml content/words/da.yaml
