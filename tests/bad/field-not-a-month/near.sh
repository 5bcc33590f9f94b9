#!/bin/sh
# A month by its name.
set -eu
sed -i -e 's/best_months: .*/best_months: ธันวาคม/' content/identities/360201.yaml
