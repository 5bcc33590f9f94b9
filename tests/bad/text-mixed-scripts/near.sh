#!/bin/sh
# Cyrillic and Greek words beside a Latin one.
set -eu
cat >>content/identities/360201.yaml <<'END'
safety: {note: {th: ระวัง, en: "Water Вода Νερό waterน้ำ"}}
END
