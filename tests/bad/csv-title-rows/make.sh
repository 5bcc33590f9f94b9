#!/bin/sh
# A title, a blank row and the office's name above the header.
set -eu
{ printf 'แบบตอบรับ ๑ อปท. ๑ อัตลักษณ์,,,,,,,,,,\n\nกรมส่งเสริมการปกครองท้องถิ่น,,,,,,,,,,\n'
  cat content/sheets/identities.csv; } >sheet
mv sheet content/sheets/identities.csv
