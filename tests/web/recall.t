#!/bin/sh
# SPDX-License-Identifier: MIT
# The search against grep: on the whole country where its register is at hand (NATION is a site that
# has been built already), else on SITE.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
data=${ATTALAK_DATA:-$top/../shared/data}
if [ -z "${NATION:-}" ] && [ -d "$data" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    "$top/tests/bench/nation" "$work/nation" --data "$data" >&2
    "$top/.build/attalak" build "$work/nation" -o "$work/site" --quiet >&2
    NATION=$work/site
fi
SITE=${NATION:-${SITE:-site}} node "$here/recall.mjs"
