#!/bin/sh
# The same sentence behind a key.
set -eu
echo 'slogan: Chaiyaphum is a fine province' > content/provinces/chaiyaphum.yaml
