#!/bin/sh
# The star within the value.
set -eu
sed -e 's/370101/360203/' -e 's/^summary.*/summary: ทอมือ *หมายเหตุ*/' content/identities/370101.yaml >content/identities/360203.yaml
