#!/bin/sh
# An underscore holds it together.
set -eu
sed -i -e 's/^tags.*/tags: [ผ้าไหม_บ้านเขว้า]/' content/identities/360201.yaml
