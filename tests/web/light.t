#!/bin/sh
# SPDX-License-Identifier: MIT
[ -n "${LIGHTHOUSE-}" ] || { echo '1..0 # SKIP no LIGHTHOUSE: see the head of light.mjs'; exit 0; }
exec node "$(dirname "$0")/light.mjs"
