#!/bin/sh
# 32 quotations, one within the other.
set -eu
printf '\n%s ลึก\n' "$(printf '>%.0s' $(seq 32))" >>content/pages/about.th.md
