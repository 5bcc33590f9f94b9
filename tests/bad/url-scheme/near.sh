#!/bin/sh
# A scheme with a capital, as a telephone writes it.
set -eu
sed -i -e 's#website: .*#website: Https://example.go.th/alert(1)#' content/identities/360201.yaml
