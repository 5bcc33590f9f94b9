# SPDX-License-Identifier: MIT
# For tests that change the content: a copy of it in $work, away at the end. Sourced from tests/web.
#   here=$(cd "$(dirname "$0")" && pwd); . "$here/lib/content.sh"; …; build_work; SITE=$work/site …
top=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "${CONTENT:-$top/content}" "$work/content"
ln -s "$top/templates" "$top/assets" "$work"

# Gives what the program says: 1 when some entries are held back.
build_work() {
    "$top/.build/attalak" build "$work" -o "$work/site" --quiet >&2
}
