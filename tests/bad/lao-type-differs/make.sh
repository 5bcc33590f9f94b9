#!/bin/sh
# A type that the code contradicts.
set -eu
sed -i -e 's/6360203,sao/6360203,town/' content/registry/laos.csv
