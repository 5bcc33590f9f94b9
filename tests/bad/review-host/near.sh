#!/bin/sh
# Other hosts that end alike, a link to one service, and one that is allowed.
set -eu
cat >>content/identities/370101.yaml <<'END'
story: {th: "[ที่นี่](https://notbit.ly/abc) [แผนที่](https://maps.app.goo.gl/x)", en: a}
videos: [{url: "https://bit.ly.example.com/x", title: {th: ก, en: a}}, {url: "https://s.id/x", title: {th: ก, en: a}}]
allow: [s.id]
END
