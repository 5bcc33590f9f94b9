#!/bin/sh
# A photo that is not there.
set -eu
cat >>content/identities/360201.yaml <<'END'
photos: [{file: loom.jpg, alt: {th: กี่, en: Loom}}]
END
