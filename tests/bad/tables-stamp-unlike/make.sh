#!/bin/sh
# A sheet set to the United States, described as Thai: some stamps could be read, and would be wrong.
set -eu
sed -i 's|^20/5/2568 9:00:00|6/2/2025 9:00:00|' content/sheets/identities.csv
printf '5/20/2025 9:00:00,,360203,,ด้านอาหาร,ข้าวจี่โนนแดง,Toasted rice,ข้าวเหนียวปิ้ง,Grilled sticky rice,คำบอกเล่า,parking\n' \
    >>content/sheets/identities.csv
