#!/bin/sh
# An office's address, one of the site's own host, one that site.yaml allows.
set -eu
sed -i 's/identity@example.go.th/identity@identity.example.com/' content/site.yaml
echo 'allow: [Somchai@GMAIL.com]' >>content/site.yaml
sed -i 's/คำบอกเล่าของชาวบ้าน/a@x.go.th b@identity.example.com somchai@gmail.com/' content/sheets/identities.csv
