#!/bin/sh
# Sara am behind a letter.
set -eu
sed -i -e 's/^tags.*/tags: [กำผ้าไหม, เส้นไหม]/' content/identities/360201.yaml
