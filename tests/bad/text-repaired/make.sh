#!/bin/sh
# Sara am in two signs, a zero-width space, tone before vowel: mended and told.
set -eu
printf '%s\n' "safety: {note: {th: \"$(printf 'น\340\271\211\340\271\215\340\270\262 ผ้า\342\200\213ไหม')\", en: Water}}" >>content/identities/360201.yaml
