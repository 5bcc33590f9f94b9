#!/bin/sh
# Run in the copy of basic/: a language nobody has heard of, made of one words file and one entry
# in `languages`. Every English word stands in ⟦brackets⟧, so that one that was left behind shows.
set -eu
sed -i 's/^languages:.*/languages: [th, en, xx]/' content/site.yaml
sed -E -e 's/^( *[a-z0-9_]+: +)"(.*)"$/\1"⟦\2⟧"/' -e 't' \
    -e 's/^( *[a-z0-9_]+: +)([^"[{#].*)$/\1"⟦\2⟧"/' content/words/en.yaml >content/words/xx.yaml
