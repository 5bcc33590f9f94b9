#!/bin/sh
# The same with its scheme.
set -eu
sed -i -e 's#website: .*#website: http://www.example.go.th#' content/identities/360201.yaml
