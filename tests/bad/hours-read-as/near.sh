#!/bin/sh
# The same in the form that the field has.
set -eu
sed -i -e 's/hours: .*/hours: "Mo-Fr 08:30-16:30; We off"/' content/identities/360201.yaml
