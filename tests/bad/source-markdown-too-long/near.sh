#!/bin/sh
# 32 KiB.
set -eu
{ printf '# T\n\n'; head -c 32763 /dev/zero | tr '\0' x; } >content/pages/about.th.md
