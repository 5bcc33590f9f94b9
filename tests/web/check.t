#!/bin/sh
# SPDX-License-Identifier: MIT
# The officers' pages of the real content with mistakes in it, in a browser.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/content.sh"
sed -i 's/^category:.*/category: nothing/' "$work/content/identities/chaiyaphum/360102.yaml"
build_work || [ $? = 1 ]
SITE=$work/site node "$here/check.mjs"
