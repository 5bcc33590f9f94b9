#!/bin/sh
# A mobile number in a story (Thai digits), a photo's credit, a report and a province's text.
set -eu
cat >>content/identities/370101.yaml <<'END'
story:
  th: |
    ติดต่อ

    คุณสมชาย โทร. ๐๘๑-๒๓๔-๕๖๗๘
  en: Call us
safety: {note: {th: "แจ้งเหตุ +66 81 234 5678", en: "Call (089) 876 5432"}}
END
echo '360201,2568-05,100,20000,สอบถาม 0812345678' >>content/reports/2568.csv
echo 'goals: [{th: "โทร 0812345678", en: Welcome}]' >>content/provinces/chaiyaphum.yaml
