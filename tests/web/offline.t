#!/bin/sh
# SPDX-License-Identifier: MIT
# The real content, published again while a browser keeps it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/project"
cp -r "${CONTENT:-$top/content}" "$work/project/content"
cp -rL "$top/assets" "$work/project/assets"
ln -s "$(cd "$top" && pwd)/templates" "$work/project"
"$top/.build/attalak" build "$work/project" -o "$work/site" --quiet >&2
PROJECT=$work/project SITE=$work/site PROGRAM=$top/.build/attalak node "$here/offline.mjs"
