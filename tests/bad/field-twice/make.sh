#!/bin/sh
# A name as text and as its Thai part.
set -eu
cat >>content/identities/360201.yaml <<'END'
name.th: ผ้าไหม
END
