#!/bin/sh
# Limited, and nobody says why.
set -eu
sed -i -e 's/enter.stepfree: yes/enter.stepfree: limited/' content/identities/360201.yaml
