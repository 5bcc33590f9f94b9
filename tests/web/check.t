#!/bin/sh
# SPDX-License-Identifier: MIT
# The officers' pages of the real content with mistakes in it, in a browser.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "${CONTENT:-$top/content}" "$work/content"
ln -s "$top/templates" "$top/assets" "$work"
sed -i 's/^category:.*/category: nothing/' "$work/content/identities/chaiyaphum/360102.yaml"
"$top/.build/attalak" build "$work" -o "$work/site" --quiet >&2 || [ $? = 1 ]
SITE=$work/site node "$here/check.mjs"
