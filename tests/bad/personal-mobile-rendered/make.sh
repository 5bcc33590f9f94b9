#!/bin/sh
# Numbers that only what is shown has: in a story and in a province's introduction.
set -eu
cat >>content/identities/370101.yaml <<'END'
story:
  en: a
  th: |
    ติดต่อ

    โทร 08&#49;-234-5678 หรือ
    08**2**-234-5678
END
echo 'intro: {th: "โทร 081 **234 5678**", en: Welcome}' >>content/provinces/chaiyaphum.yaml
