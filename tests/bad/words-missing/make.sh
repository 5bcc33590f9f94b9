#!/bin/sh
# A word that one language lacks.
set -eu
sed -i -e '/^  home: Home$/d' content/words/en.yaml
