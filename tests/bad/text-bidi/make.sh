#!/bin/sh
# Letters that turn the direction of reading: CVE-2021-42574.
set -eu
printf 'safety: {note: {th: "a\342\200\256b", en: b}}\n' >>content/identities/360201.yaml
