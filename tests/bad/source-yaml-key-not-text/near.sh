#!/bin/sh
# A question mark before a key that is text.
set -eu
sed -e 's/370101/360203/' -e 's/^name: /? name\n: /' content/identities/370101.yaml >content/identities/360203.yaml
