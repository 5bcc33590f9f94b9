#!/bin/sh
# Nobody says who looked.
set -eu
sed -i -e '/^  by: lao/d' content/identities/360201.yaml
