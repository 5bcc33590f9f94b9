#!/bin/sh
# A link behind an exclamation mark.
set -eu
printf '\n\\![เครื่องทอผ้า](about)\n' >>content/pages/about.th.md
