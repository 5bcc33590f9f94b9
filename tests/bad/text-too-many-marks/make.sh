#!/bin/sh
# A tower of marks on one letter.
set -eu
printf 'safety: {note: {th: "ก\340\270\264\340\270\265\340\270\266\340\270\267\340\270\264\340\270\265", en: b}}\n' >>content/identities/360201.yaml
