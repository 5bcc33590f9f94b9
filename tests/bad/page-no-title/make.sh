#!/bin/sh
# A page without a heading.
set -eu
printf 'ข้อความ\n' >content/pages/about.th.md
