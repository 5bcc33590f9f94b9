#!/bin/sh
# Lists, one of them in one line and one empty.
set -eu
printf "words: [สล็อต]\nbut:\nhosts:\n- bit.ly\n" >content/vocabulary/review.yaml
