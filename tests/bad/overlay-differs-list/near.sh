#!/bin/sh
# The file says what the row says, and where it is to be read: nothing of the row is lost.
set -eu
cat >content/identities/360107.yaml <<'END'
lao: 360107
sources: [{title: คำบอกเล่าของชาวบ้าน, url: "https://www.kuttum.go.th/"}]
END
