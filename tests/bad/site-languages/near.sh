#!/bin/sh
# Four languages: as many as a site may have.
set -eu
sed -i -e 's/^languages.*/languages: [th, en, lo, zh-hans]/' content/site.yaml
cp content/words/en.yaml content/words/lo.yaml
cp content/words/en.yaml content/words/zh-hans.yaml
