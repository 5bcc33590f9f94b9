#!/bin/sh
# A LINE id that is none.
set -eu
sed -i -e 's/line: .*/line: "@ผ้าไหม บ้านเขว้า"/' content/identities/360201.yaml
