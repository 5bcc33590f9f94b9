#!/bin/sh
# A list is one field: the file's source takes the place of the row's, and that is told once.
set -eu
cat >content/identities/360107.yaml <<'END'
lao: 360107
sources: [{title: ประวัติเทศบาล, url: "https://www.kuttum.go.th/"}]
END
