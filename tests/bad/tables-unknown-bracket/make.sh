#!/bin/sh
# A header may end in a field's path; a mistyped one is told, and the column not read.
set -eu
sed -i -e '1s/,แหล่งข้อมูล,/,แหล่งข้อมูล [sources.1.titel.th],/' content/sheets/identities.csv
sed -i -e '/แหล่งข้อมูล/d' content/tables.yaml
