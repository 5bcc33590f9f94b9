#!/bin/sh
# A date in words.
set -eu
sed -i -e 's/^updated.*/updated: 12 พฤษภาคม พ.ศ. ๒๕๖๘/' content/identities/360201.yaml
