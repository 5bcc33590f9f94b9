#!/bin/sh
# A dot in other clothes.
set -eu
cat >>content/identities/360201.yaml <<'END'
photos: [{file: "%2e%2e/x.jpg", alt: {th: ก, en: a}}]
END
