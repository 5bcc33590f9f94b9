#!/bin/sh
# A blank before the colon.
set -eu
sed -e 's/370101/360203/' -e 's/^name:/name :/' content/identities/370101.yaml >content/identities/360203.yaml
