#!/bin/sh
# Checked, with the date written as people do.
set -eu
sed -i -e 's/checked: 2568-05-01/checked: 1 พฤษภาคม 2568/' content/site.yaml
