#!/bin/sh
# Category and Thai summary are required.
set -eu
sed -i -e '/^category/d' -e 's/^summary.*/summary: {en: Silk}/' content/identities/360201.yaml
