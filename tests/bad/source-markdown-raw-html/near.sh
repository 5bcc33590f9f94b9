#!/bin/sh
# Signs that only look like tags, and an address in them.
set -eu
printf '\nข้อความ \\<b> 1 < 2 > 0 <https://example.go.th/> `<script>`\n' >>content/pages/about.th.md
