#!/bin/sh
# An ampersand that begins a word, but not the value.
set -eu
sed -e 's/370101/360203/' -e 's/^name.*/name: {th: ผ้า \&ไหม, en: "\&name"}/' content/identities/370101.yaml >content/identities/360203.yaml
