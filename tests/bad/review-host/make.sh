#!/bin/sh
# A short link in a story and as an address.
set -eu
cat >>content/identities/370101.yaml <<'END'
story: {th: "[ที่นี่](https://bit.ly/abc)", en: a}
videos: [{url: "https://www.tinyurl.com/x", title: {th: ก, en: a}}]
END
