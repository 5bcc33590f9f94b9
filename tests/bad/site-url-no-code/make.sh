#!/bin/sh
# Forms that do not know the office.
set -eu
sed -i -e 's/?code={code}//' content/site.yaml
