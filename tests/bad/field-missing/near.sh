#!/bin/sh
# The category is there, the summary in Thai alone.
set -eu
sed -i -e 's/^summary.*/summary: {th: ผ้าไหม}/' content/identities/360201.yaml
