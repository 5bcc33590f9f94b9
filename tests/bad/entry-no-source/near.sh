#!/bin/sh
# A source without an address.
set -eu
sed -i -e 's/^sources.*/sources: [{title: คำบอกเล่าของชาวบ้าน}]/' content/identities/360201.yaml
