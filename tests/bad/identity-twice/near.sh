#!/bin/sh
# Two files, each for an LAO of its own.
set -eu
mkdir content/identities/copy
sed 's/370101/360203/' content/identities/370101.yaml >content/identities/copy/360203.yaml
