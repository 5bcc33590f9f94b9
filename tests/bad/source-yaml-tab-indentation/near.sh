#!/bin/sh
# A tab behind the colon.
set -eu
sed -e 's/370101/360203/' -e 's/^name: /name:\t/' content/identities/370101.yaml >content/identities/360203.yaml
