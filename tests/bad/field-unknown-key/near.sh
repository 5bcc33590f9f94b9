#!/bin/sh
# Two keys that are known.
set -eu
sed -i -e '/^story/d' content/identities/360201.yaml
cat >>content/identities/360201.yaml <<'END'
story: {th: ก, en: a}
safety: {note: {th: ก, en: a}}
END
