#!/bin/sh
# The sign of a folded block as YAML has it.
set -eu
sed -e 's/370101/360203/' -e 's/^summary.*/summary:\n  th: >-\n    ข\n  en: b/' content/identities/370101.yaml >content/identities/360203.yaml
