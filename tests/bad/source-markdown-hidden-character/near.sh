#!/bin/sh
# A letter by its number.
set -eu
printf '\nข้อความ &#x0E01;ลับด้าน\n' >>content/pages/about.th.md
