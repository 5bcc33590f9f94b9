#!/bin/sh
# A list of 16 levels: a list and an item each.
set -eu
{ echo; for i in $(seq 0 15); do printf '%*s- ก\n' $((2 * i)) ''; done; } >>content/pages/about.th.md
