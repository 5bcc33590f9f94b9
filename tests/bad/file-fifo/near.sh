#!/bin/sh
# A file of that name.
set -eu
sed 's/370101/360203/' content/identities/370101.yaml >content/identities/360203.yaml
