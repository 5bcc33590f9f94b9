#!/bin/sh
# The sign by its number.
set -eu
sed -i -e 's#website: .*#website: https://example.go.th/a%7Cb?x=[1]\&y=ก#' content/identities/360201.yaml
