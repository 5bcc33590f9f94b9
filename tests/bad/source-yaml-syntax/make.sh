#!/bin/sh
# A text that begins with the sign of a folded block.
set -eu
printf 'lao: 360203
summary: >-5-
  b
' >content/identities/360203.yaml
