#!/bin/sh
# Two files for one LAO.
set -eu
mkdir content/identities/copy
cp content/identities/360201.yaml content/identities/copy/
