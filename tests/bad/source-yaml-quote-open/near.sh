#!/bin/sh
# An apostrophe within a word.
set -eu
sed -e 's/370101/360203/' -e "s/^name.*/name: {th: ผ้าไหม, en: Lion's silk}/" content/identities/370101.yaml >content/identities/360203.yaml
