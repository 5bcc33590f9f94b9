#!/bin/sh
# Thai first, in the form of a list.
set -eu
sed -i -e 's/^languages.*/languages:\n  - "th"\n  - en/' content/site.yaml
