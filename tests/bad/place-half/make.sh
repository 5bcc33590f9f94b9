#!/bin/sh
# A latitude alone.
set -eu
sed -i -e '/lon:/d' content/identities/360201.yaml
