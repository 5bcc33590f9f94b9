#!/bin/sh
# The line that begins a document, once and at the top.
set -eu
sed -e 's/370101/360203/' -e '1s/^/# ผ้าไหม\n---\n/' content/identities/370101.yaml >content/identities/360203.yaml
