#!/bin/sh
# Seasons are no months.
set -eu
sed -i -e 's/best_months: .*/best_months: ฤดูหนาว/' content/identities/360201.yaml
