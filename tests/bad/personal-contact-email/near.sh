#!/bin/sh
# A company's is an address for the public.
set -eu
sed -i 's/office@example.go.th/office@company.co.th/' content/identities/360201.yaml
