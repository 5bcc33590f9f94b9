#!/bin/sh
# A list where one value is asked.
set -eu
sed -i -e 's/^category: product/category: [product, food]/' content/identities/360201.yaml
