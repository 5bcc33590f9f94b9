#!/bin/sh
# Excel's number of a day.
set -eu
sed -i -e 's|^updated:.*|updated: 45810|' content/identities/360201.yaml
