#!/bin/sh
# SPDX-License-Identifier: MIT
# The printed signs of the real content, the name, summary and notes of one as long as they may be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/content.sh"
perl -CSD -Mutf8 -pi -e '
    my %long = (th => ["ผ้าไหมมัดหมี่ย้อมสีธรรมชาติบ้านหนองบัว" x 4, "ของดีบ้านเราที่ทอสืบกันมา" x 11],
                en => ["Mudmee silk of the weavers of Ban Nong Bua " x 4, "It has been woven here ever since. " x 8]);
    s/^name:.*/name: {th: "$long{th}[0]", en: "$long{en}[0]"}/;
    s/^(  | {6})(th|en):.*/$1$2: "$long{$2}[1]"/ if /^summary:/../^tags:/ or /^  notes:/../^  note:/;
' "$work/content/identities/chaiyaphum/361102.yaml"
build_work
SITE=$work/site node "$here/sign.mjs"
