#!/bin/sh
# site.yaml that cannot be read at all.
set -eu
printf 'title: {th: ก\nlanguages: [th' >content/site.yaml
