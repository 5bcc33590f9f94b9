#!/bin/sh
# A Cyrillic letter in a Latin word looks like its twin.
set -eu
cat >>content/identities/360201.yaml <<'END'
safety: {note: {th: ระวัง, en: "Wаter"}}
END
