#!/bin/sh
# The words without the key "words".
set -eu
printf -- "- สล็อต\n- คาสิโน\n" >content/vocabulary/review.yaml
