#!/bin/sh
# An address without https:// is another mistake.
set -eu
sed -i -e 's|^  email:.*|  facebook: www.facebook.com/bankhwao|' content/identities/360201.yaml
