#!/bin/sh
# Text where only parts of it can be stated.
set -eu
sed -i -e 's/^safety.*//' -e '$a safety: ระวังลื่น' content/identities/360201.yaml
