#!/bin/sh
# Another feature of the vocabulary.
set -eu
sed -i -e 's/^    enter.stepfree: yes/    enter.ramp: yes/' content/identities/360201.yaml
