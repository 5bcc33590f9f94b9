#!/bin/sh
# Checked 180 days before the newest entry.
set -eu
sed -i -e 's/checked: 2568-05-01/checked: 2567-12-03/' content/site.yaml
