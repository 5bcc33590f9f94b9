#!/bin/sh
# A star within quotes.
set -eu
sed -e 's/370101/360203/' -e 's/^name.*/name: {th: ผ้าไหม, en: "*th"}/' content/identities/370101.yaml >content/identities/360203.yaml
