#!/bin/sh
# A range of names over the new year.
set -eu
sed -i -e 's/best_months: .*/best_months: "พ.ย.-ม.ค., ๖"/' content/identities/360201.yaml
