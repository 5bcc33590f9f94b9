#!/bin/sh
# The same questions with a newline and blanks, as Google Forms writes them.
set -eu
sed -i -e '1s/ชื่อ (ไทย)/"ชื่อ\n (ไทย) "/' -e '1s/แหล่งข้อมูล/ แหล่งข้อมูล /' content/sheets/identities.csv
