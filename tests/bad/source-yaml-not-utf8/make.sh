#!/bin/sh
# Bytes of no encoding that Thai offices use.
set -eu
printf 'lao: 360203\nname: \377\376\201\215x\n' >content/identities/360203.yaml
