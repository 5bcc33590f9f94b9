#!/bin/sh
# The path as it should be, a blank in the brackets, and one that `columns` and `ignore` name anyway.
set -eu
sed -i -e '1s/,แหล่งข้อมูล,/,แหล่งข้อมูล [ sources.1.title.th ],/' \
    -e '1s/ชื่อ (ไทย)/ชื่อ [namme]/' -e '1s/ที่อยู่อีเมล/อีเมล [contact.emial]/' content/sheets/identities.csv
sed -i -e '/แหล่งข้อมูล/d' -e 's/"ชื่อ (ไทย)"/"ชื่อ [namme]"/' -e 's/ที่อยู่อีเมล/อีเมล [contact.emial]/' content/tables.yaml
