#!/bin/sh
# An address of a sheet that would run in the officer's browser.
set -eu
sed -i -e 's|^  kind: identity|&\n  sheet: "javascript:alert(1)//"|' content/tables.yaml
