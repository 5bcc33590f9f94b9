#!/bin/sh
# The same within quotes.
set -eu
sed -e 's/370101/360203/' -e '$a contact: {line: "@bankhwao"}' content/identities/370101.yaml >content/identities/360203.yaml
