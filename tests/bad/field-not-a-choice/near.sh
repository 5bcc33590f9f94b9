#!/bin/sh
# Choices by their label and in capitals.
set -eu
sed -i -e 's/^category: product/category: สินค้าหรือผลิตภัณฑ์ท้องถิ่น/' -e 's/method: measured/method: SEEN/' content/identities/360201.yaml
