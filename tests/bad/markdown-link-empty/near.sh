#!/bin/sh
# The shortest address: the home page.
set -eu
printf '\n[ก](/)\n' >>content/pages/about.th.md
