#!/bin/sh
# Arabic letters, which turn the direction by themselves.
set -eu
printf 'safety: {note: {th: "a \330\264\330\247\331\212 b", en: b}}\n' >>content/identities/360201.yaml
