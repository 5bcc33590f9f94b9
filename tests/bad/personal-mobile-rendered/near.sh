#!/bin/sh
# A landline and a clock with the same signs, two halves in two paragraphs; and a number that is allowed.
set -eu
cat >>content/identities/370101.yaml <<'END'
story: {th: "โทร 0 44**89** 1101 เปิด 08.30&#45;16.30 08&#49;-234-5678", en: "`081`\n\n`234 5678`"}
allow: ["0812345678"]
END
