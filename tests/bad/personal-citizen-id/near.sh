#!/bin/sh
# The check digit is wrong; a company's number; a page's number.
set -eu
cat >>content/identities/370101.yaml <<'END'
place: {directions: {th: "เลข 1-1017-00230-70-7", en: "ID 0105536000315 https://example.go.th/1101700230708"}}
END
