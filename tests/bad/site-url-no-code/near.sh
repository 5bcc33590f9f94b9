#!/bin/sh
# The code as a part of the path.
set -eu
sed -i -e 's/?code={code}/\/{code}\//' content/site.yaml
