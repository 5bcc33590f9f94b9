#!/bin/sh
# The same words within a line.
set -eu
sed -e 's/370101/360203/' -e 's/^name.*/name: {th: "100 %TAG !t!", en: silk}/' content/identities/370101.yaml >content/identities/360203.yaml
