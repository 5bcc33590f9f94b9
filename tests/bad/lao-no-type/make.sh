#!/bin/sh
# Six digits and a bare name: nothing tells what kind of LAO it is.
set -eu
sed -i -e 's/^6360203,sao,/360203,,/' content/registry/laos.csv
