#!/bin/sh
# The word is there, and is another.
set -eu
sed -i -e 's/^  home: Home$/  home: Start/' content/words/en.yaml
