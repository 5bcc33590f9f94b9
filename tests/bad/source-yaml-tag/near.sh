#!/bin/sh
# Exclamation marks that end a value.
set -eu
sed -e 's/370101/360203/' -e 's/^name.*/name: {th: ผ้าไหม!!, en: "!!str"}/' content/identities/370101.yaml >content/identities/360203.yaml
