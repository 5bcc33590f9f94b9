#!/bin/sh
# A number without a name.
set -eu
sed -i -e 's/name: {th: ตำรวจ, en: Police}, //' content/site.yaml
