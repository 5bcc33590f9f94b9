#!/bin/sh
# A sign two before the replacement character that is repaired, and an ellipsis.
set -eu
printf 'safety: {note: {th: "ผ\340\271\211าไหม\357\277\245\342\200\246", en: b}}\n' >>content/identities/360201.yaml
