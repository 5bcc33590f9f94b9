#!/bin/sh
# One of the four states, in capitals.
set -eu
sed -i -e 's/enter.stepfree: yes/enter.stepfree: NA/' content/identities/360201.yaml
