#!/bin/sh
# A file of one word.
set -eu
printf 'nav:\n  home: Home\n' >content/words/en.yaml
