#!/bin/sh
# The smallest site.yaml.
set -eu
printf 'title: {th: ก, en: a}\nlanguages: [th, en]\n' >content/site.yaml
