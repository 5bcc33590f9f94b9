#!/bin/sh
# A list of two lines, its bracket closed.
set -eu
sed -e 's/370101/360203/' -e 's/^name/tags: [ผ้าไหม,\n  มัดหมี่]\n&/' content/identities/370101.yaml >content/identities/360203.yaml
