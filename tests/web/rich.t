#!/bin/sh
# SPDX-License-Identifier: MIT
# The real content, as it is published when it is no demonstration: facilities are told then. One name is in Thai only.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "${CONTENT:-$top/content}" "$work/content"
ln -s "$top/templates" "$top/assets" "$work"
sed -i 's/^demo: yes$/demo: no/' "$work/content/site.yaml"
sed -i 's/^name: {th: \(.*\), en: .*/name: \1/' "$work/content/identities/chaiyaphum/361102.yaml"
"$top/.build/attalak" build "$work" -o "$work/site" --quiet >&2
SITE=$work/site node "$here/rich.mjs"
