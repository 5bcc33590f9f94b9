#!/bin/sh
# A hashtag with a blank.
set -eu
sed -i -e 's/เที่ยวท้องถิ่น/เที่ยว ท้องถิ่น/' content/site.yaml
