#!/bin/sh
# A page in one language.
set -eu
rm content/pages/about.en.md
