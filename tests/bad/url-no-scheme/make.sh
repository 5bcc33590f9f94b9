#!/bin/sh
# A web address that must not become a link.
set -eu
sed -i -e 's#website: .*#website: www.example.go.th#' content/identities/360201.yaml
