#!/bin/sh
# The same words well written, with blanks too many, which are not worth a word.
set -eu
printf '%s\n' 'safety: {note: {th: " น้ำ  ผ้าไหม ", en: Water}}' >>content/identities/360201.yaml
