#!/bin/sh
# A replacement character: a letter was lost on the way.
set -eu
printf 'safety: {note: {th: "ผ\357\277\275าไหม", en: b}}\n' >>content/identities/360201.yaml
