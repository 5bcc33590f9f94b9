#!/bin/sh
# Eight folders.
set -eu
mkdir -p content/identities/a/b/c/d/e/f/g
mv content/identities/370101.yaml content/identities/a/b/c/d/e/f/g/
