#!/bin/sh
# The same under it.
set -eu
printf "words:\n- สล็อต\n- คาสิโน\n" >content/vocabulary/review.yaml
