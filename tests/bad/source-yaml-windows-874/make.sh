#!/bin/sh
# Run in the copy of the base: writes what cannot stand in a text file.
set -eu
mkdir -p content/identities/source
printf 'lao: 360203\nname: {th: \274\351\322\344\313\301}\n' >content/identities/source/360203.yaml
