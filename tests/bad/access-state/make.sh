#!/bin/sh
# A state that is none of the four.
set -eu
sed -i -e 's/enter.stepfree: yes/enter.stepfree: maybe/' content/identities/360201.yaml
