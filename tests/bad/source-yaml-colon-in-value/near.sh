#!/bin/sh
# A colon without a blank behind it.
set -eu
sed -e 's/370101/360203/' -e 's/^summary.*/summary: เที่ยวชุมชน:บ้านเขว้า/' content/identities/370101.yaml >content/identities/360203.yaml
