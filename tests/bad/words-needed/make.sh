#!/bin/sh
# Words that no template names but the program itself: counts and months.
set -eu
sed -i -e '/^count:/,/^$/d' -e '/^  entries:/d' content/words/th.yaml content/words/en.yaml
