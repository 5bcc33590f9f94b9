#!/bin/sh
# The same letters in UTF-8.
set -eu
sed -e 's/370101/360203/' -e 's/^name.*/name: {th: ผ้าไหม, en: silk}/' content/identities/370101.yaml >content/identities/360203.yaml
