#!/bin/sh
# A form for few, which Thai does without, and a word that both have.
set -eu
sed -i -e 's/^count:/&\n  entries_few: "{count} entries"/' content/words/en.yaml
for lang in th en; do echo 'extra: {word: More}' >>content/words/$lang.yaml; done
