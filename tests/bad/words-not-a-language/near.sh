#!/bin/sh
# Words of a third language, which the site has.
set -eu
sed -i -e 's/^languages.*/languages: [th, en, fr]/' content/site.yaml
cp content/words/en.yaml content/words/fr.yaml
