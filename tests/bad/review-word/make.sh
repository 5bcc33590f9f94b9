#!/bin/sh
# Planted words, with the tricks that hide them; in a report and the register they are left out.
set -eu
cat >>content/identities/370101.yaml <<'END'
story:
  th: |
    วัดเก่าแก่

    เล่น ส ล็ อ ต และ บา\u200Bคา**ร่**า ที่นี่
    &#3588;าสิโน
  en: "Play ONLINE-SLOTS at the casino"
videos: [{url: "https://www.UFABET888.com/x", title: {th: ก, en: a}}]
END
sed -i 's/\\u200B/\xe2\x80\x8b/' content/identities/370101.yaml
sed -i 's/^tags:.*/tags: [เเทงบอล]/; s|https://example.go.th/silk|https://example.go.th/%E0%B8%9A%E0%B8%B2%E0%B8%84%E0%B8%B2%E0%B8%A3%E0%B9%88%E0%B8%B2|' content/identities/360201.yaml
echo '360201,2568-05,100,20000,เครดิตฟรี' >>content/reports/2568.csv
