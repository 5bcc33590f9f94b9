#!/bin/sh
# No English at all.
set -eu
sed -i -e 's/^name.*/name: ผ้าไหม/' -e 's/^summary.*/summary: ผ้า/' -e 's/^story.*/story: ทอ/' content/identities/360201.yaml
