#!/bin/sh
# A field that is not one of the four.
set -eu
sed -i -e 's/^category: product/category: produc/' -e 's/method: measured/method: guessed/' content/identities/360201.yaml
