#!/bin/sh
# A file name that could leave its folder.
set -eu
cat >>content/identities/360201.yaml <<'END'
photos: [{file: ../../etc/passwd, alt: {th: ก, en: a}}]
END
