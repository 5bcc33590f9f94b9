#!/bin/sh
# One office sends its form again and again, and the last counts: one finding, a note.
set -eu
last=$(sed -n 2p content/sheets/identities.csv)
for i in $(seq 21 45); do echo "$last" | sed "s,20/5/2568 9:00:00,20/5/2568 9:$i:00,"; done \
    >>content/sheets/identities.csv
