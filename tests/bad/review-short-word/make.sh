#!/bin/sh
# Words that would hold back nearly every text.
set -eu
printf "words:\n- กู้\n- \"*88*\"\n- \"s l\"\n" >content/vocabulary/review.yaml
