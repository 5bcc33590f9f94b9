#!/bin/sh
# All that is allowed is met.
set -eu
cat >>content/identities/370101.yaml <<'END'
story: {th: "โทร 081-234-5678 ไม่ใช่คาสิโน", en: nobody@gmail.com}
allow: ["0812345678", คาสิโน]
END
echo 'allow: [nobody@gmail.com]' >>content/site.yaml
