#!/bin/sh
# Neither latitude nor longitude.
set -eu
sed -i -e '/lat:/d' -e '/lon:/d' content/identities/360201.yaml
