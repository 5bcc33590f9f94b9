#!/bin/sh
# Words that only what is shown has: Markdown and HTML lie within them in a story and on a page; and
# what looks like a tag and is shown as text, in a name and a story.
set -eu
sed -i "s/^name:.*/name: {th: 'ส้มโอ <b เว็บพนัน คาสิโน>', en: Pomelo}/" content/identities/360201.yaml
cat >>content/identities/370101.yaml <<'END'
story:
  th: |
    วัดเก่าแก่

    เล่น cas<b></b>ino และ bac<!-- x -->carat
    ก <b สล็อต บาคาร่า> ข
  en: |
    a

    - b
    - rou**let**te
END
printf '# a\n\nonline\n&#115;lots\n' >content/pages/about.en.md
