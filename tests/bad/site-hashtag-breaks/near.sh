#!/bin/sh
# A hashtag with an underscore.
set -eu
sed -i -e 's/เที่ยวท้องถิ่น/เที่ยว_ท้องถิ่น/' content/site.yaml
