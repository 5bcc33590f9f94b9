#!/bin/sh
# A row and a file that say the same.
set -eu
cat >content/identities/360107.yaml <<'END'
lao: 360107
category: food
name: {th: หม่ำกุดตุ้ม}
END
