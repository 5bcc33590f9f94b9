#!/bin/sh
# A file name in the old Thai encoding.
set -eu
touch "$(printf "content/pages/\241\242.th.md")"
