#!/bin/sh
# Capitals: one file on Windows, two on Linux.
set -eu
cp content/identities/370101.yaml content/identities/Copy-370101.yaml
