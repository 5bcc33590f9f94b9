#!/bin/sh
# SPDX-License-Identifier: MIT
# SITE_FILE is a site built with --url-style=file; without it one is built for the run.
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
if [ -z "${SITE_FILE:-}" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    SITE_FILE=$work/site
    "$top/.build/attalak" build "$top" -o "$SITE_FILE" --url-style=file --quiet >&2
fi
export CONTENT="${CONTENT:-$top/content}" URL_STYLE=file
SITE=$SITE_FILE node "$here/file.mjs"
