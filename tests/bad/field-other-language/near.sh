#!/bin/sh
# A third language, which the site has.
set -eu
sed -i -e 's/^languages.*/languages: [th, en, lo]/' content/site.yaml
cp content/words/en.yaml content/words/lo.yaml
sed -i -e 's/^name: {/&lo: ຜ້າໄໝ, /' content/identities/360201.yaml
