#!/bin/sh
# SPDX-License-Identifier: MIT
# The real content, as it is published when it is no demonstration: facilities are told then. One name is in Thai only.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/content.sh"
sed -i 's/^demo: yes$/demo: no/' "$work/content/site.yaml"
sed -i 's/^name: {th: \(.*\), en: .*/name: \1/' "$work/content/identities/chaiyaphum/361102.yaml"
build_work
SITE=$work/site node "$here/rich.mjs"
