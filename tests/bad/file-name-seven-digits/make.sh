#!/bin/sh
# Named by the code of seven digits.
set -eu
mv content/identities/360201.yaml content/identities/5360201.yaml
