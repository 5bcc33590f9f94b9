#!/bin/sh
# A second page in both languages, named as if it were in one.
set -eu
cp content/pages/about.th.md content/pages/about-en.th.md
cp content/pages/about.en.md content/pages/about-en.en.md
