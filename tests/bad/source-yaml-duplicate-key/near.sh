#!/bin/sh
# The same keys, each in a map of its own.
set -eu
sed -e 's/370101/360203/' -e 's/^name.*/safety: {note: {th: ก, en: a}}\n&/' content/identities/370101.yaml >content/identities/360203.yaml
