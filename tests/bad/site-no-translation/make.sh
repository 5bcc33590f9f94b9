#!/bin/sh
# A title in Thai alone.
set -eu
sed -i -e 's/^title.*/title: ทดสอบ/' content/site.yaml
