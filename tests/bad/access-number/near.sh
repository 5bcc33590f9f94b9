#!/bin/sh
# A measure in Thai digits, said to be the least.
set -eu
sed -i -e 's/enter.door_cm: 92/enter.door_cm: ">= ๙๒"/' content/identities/360201.yaml
