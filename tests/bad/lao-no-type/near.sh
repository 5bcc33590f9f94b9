#!/bin/sh
# Six digits, and a name that tells what kind of LAO it is.
set -eu
sed -i -e 's/^6360203,sao,โนนแดง/360203,,อบต.โนนแดง/' content/registry/laos.csv
