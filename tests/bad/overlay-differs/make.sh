#!/bin/sh
# A row and a file that disagree: the file wins, and both places are told.
set -eu
cat >content/identities/360107.yaml <<'END'
lao: 360107
category: arts
END
