#!/bin/sh
# A second name of a file, not a link to it.
set -eu
ln content/pages/about.th.md content/pages/link.th.md
ln content/pages/about.en.md content/pages/link.en.md
