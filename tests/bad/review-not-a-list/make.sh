#!/bin/sh
# A text, a map, and a list with a map in it, where words and hosts belong.
set -eu
printf "words: สล็อต\nbut: {a: b}\nhosts:\n- {bit.ly: short}\n- bit.ly\n" >content/vocabulary/review.yaml
