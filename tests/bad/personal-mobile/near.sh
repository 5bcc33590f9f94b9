#!/bin/sh
# A landline, a clock, a coordinate; and a number that is allowed.
set -eu
cat >>content/identities/370101.yaml <<'END'
story: {th: "โทร 0 4489 1101 เปิด 08.30-16.30 20 บาท ที่ 16.0812345678 มือถือ 081 234 5678", en: Call 06360203}
allow: ["0812345678"]
END
