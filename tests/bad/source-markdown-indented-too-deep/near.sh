#!/bin/sh
# A list of 32 levels.
set -eu
{ echo; for i in $(seq 0 31); do printf '%*s- ก\n' $((2 * i)) ''; done; } >>content/pages/about.th.md
