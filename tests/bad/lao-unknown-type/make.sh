#!/bin/sh
# A type that is none.
set -eu
sed -i -e 's/6360203,sao/6360203,village/' content/registry/laos.csv
