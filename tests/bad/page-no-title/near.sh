#!/bin/sh
# A heading that is underlined.
set -eu
printf 'เกี่ยวกับ\n=====\n\nข้อความ\n' >content/pages/about.th.md
