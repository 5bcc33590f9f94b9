#!/bin/sh
# A key that nobody knows, and one misspelt.
set -eu
cat >>content/identities/360201.yaml <<'END'
colour: red
summery: {th: ก}
END
