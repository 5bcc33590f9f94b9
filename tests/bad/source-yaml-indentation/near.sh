#!/bin/sh
# Two keys, both four blanks in.
set -eu
sed -e 's/370101/360203/' -e 's/^name.*/name:\n    th: ผ้าไหม\n    en: silk/' content/identities/370101.yaml >content/identities/360203.yaml
