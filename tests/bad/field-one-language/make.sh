#!/bin/sh
# One language: the English columns of a sheet and notes of a file are no mistake.
set -eu
sed -i -e 's/^languages.*/languages: [th]/' content/site.yaml
sed -i -e 's/enter.stepfree: yes/enter.stepfree: limited/' \
    -e 's/^facilities:.*/  notes: {enter.stepfree: {th: ขั้นเดียว, en: One step}}/' content/identities/360201.yaml
