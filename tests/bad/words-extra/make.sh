#!/bin/sh
# A word that Thai does not have.
set -eu
cat >>content/words/en.yaml <<'END'
extra: {word: More}
END
