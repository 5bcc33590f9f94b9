#!/bin/sh
# Limited, and both languages say why.
set -eu
sed -i -e 's/enter.stepfree: yes/enter.stepfree: limited/' \
    -e 's/^facilities:.*/  notes: {enter.stepfree: {th: ขั้นเดียว, en: One step}}/' content/identities/360201.yaml
