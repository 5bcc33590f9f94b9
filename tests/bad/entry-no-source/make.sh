#!/bin/sh
# No source.
set -eu
sed -i -e '/^sources/d' content/identities/360201.yaml
