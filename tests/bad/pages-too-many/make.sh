#!/bin/sh
# Every page of the site names all pages of prose.
set -eu
for i in $(seq 60); do for l in th en; do printf '# ก\n' > content/pages/p$i.$l.md; done; done
