#!/bin/sh
# A day of the week that is off.
set -eu
sed -i -e 's/hours: .*/hours: "Mo-Fr 08:30-16:30; Sa off"/' content/identities/360201.yaml
