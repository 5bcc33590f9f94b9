#!/bin/sh
# Thai words for yes and no.
set -eu
sed -i -e '1s/$/,access.features.arrive.parking,access.features.enter.stepfree,access.checked,access.by,access.method/' -e '2s|$|,มี,ไม่ใช่,12/5/2568,lao,seen|' content/sheets/identities.csv
