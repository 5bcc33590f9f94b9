#!/bin/sh
# A hashtag that would not hold together.
set -eu
sed -i -e 's/^tags.*/tags: [ผ้าไหมมัดหมี่ลายหมี่คั่นขอนารีบ้านเขว้าชัยภูมิ]/' content/identities/360201.yaml
