#!/bin/sh
# A second Bangkok.
set -eu
sed -i -e 's/^6360203,sao,/6360203,bangkok,/' content/registry/laos.csv
