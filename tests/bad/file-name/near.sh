#!/bin/sh
# Small letters, digits and a hyphen.
set -eu
mkdir content/identities/amnat-charoen-37
mv content/identities/370101.yaml content/identities/amnat-charoen-37/
