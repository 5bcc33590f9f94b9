#!/bin/sh
# A language that the site does not have.
set -eu
sed -i -e 's/^name: {/&lo: ຜ້າໄໝ, /' content/identities/360201.yaml
