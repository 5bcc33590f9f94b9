#!/bin/sh
# Nobody says so.
set -eu
sed -i -e 's#source: https://example.go.th/191, ##' content/site.yaml
