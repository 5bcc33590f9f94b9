#!/bin/sh
# Opening hours of two parts and two rules.
set -eu
sed -i -e 's/hours: .*/hours: "Mo-Fr 08:30-12:00,13:00-16:30; Sa,Su 09:00-18:00"/' content/identities/360201.yaml
