#!/bin/sh
# A file that is one sentence: nothing of it would be read.
set -eu
echo 'Chaiyaphum is a fine province' > content/provinces/chaiyaphum.yaml
