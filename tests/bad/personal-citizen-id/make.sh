#!/bin/sh
# A citizen's identity number, with its hyphens and without.
set -eu
cat >>content/identities/370101.yaml <<'END'
place: {directions: {th: "เลข 1-1017-00230-70-8", en: "ID 1101700230708"}}
END
