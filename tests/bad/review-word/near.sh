#!/bin/sh
# Words that only look like it; and one that is allowed.
set -eu
cat >>content/identities/370101.yaml <<'END'
story:
  th: หมู่บ้านปลอดการพนัน งานวัดมีแทงบอลลูน กลุ่มออมทรัพย์ฝาก-ถอนเงิน ไหไม่แตกง่าย ห้วยออน ช่องทางยาว คาสิโนเก่า
  en: A time slot at Huay Yang for Somporn, slotted spoons, casinova, tufa between lotus ponds
allow: [คาสิโน]
END
