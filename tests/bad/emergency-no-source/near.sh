#!/bin/sh
# A source without TLS is a source.
set -eu
sed -i -e 's#source: https://example.go.th/191#source: http://example.go.th#' content/site.yaml
