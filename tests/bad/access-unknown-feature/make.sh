#!/bin/sh
# A feature that is not in the vocabulary, and one misspelt.
set -eu
sed -i -e 's/^    enter.stepfree: yes/    enter.stepfre: yes\n    enter.wings: yes/' content/identities/360201.yaml
