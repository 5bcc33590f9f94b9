#!/bin/sh
# Signs of Markdown and tags between words that only together would be one; and one that is allowed.
set -eu
cat >>content/identities/370101.yaml <<'END'
story:
  th: "*cas* ino, [cas](/x/) ino, cas<br> ino, rou**let**te"
  en: "a < b > c, cas\n\nino, cas\n\n> ino"
allow: [roulette]
END
