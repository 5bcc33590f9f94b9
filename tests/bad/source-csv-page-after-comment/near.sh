#!/bin/sh
# rule: source.html-page
# A title above the table in the form of a comment.
set -eu
sed -i -e '1s/^/<!-- ดาวน์โหลดแล้ว -->\n/' content/sheets/identities.csv
