#!/bin/sh
# A hashtag of 30 characters.
set -eu
sed -i -e "s/เที่ยวท้องถิ่น/$(printf 'ก%.0s' $(seq 30))/" content/site.yaml
