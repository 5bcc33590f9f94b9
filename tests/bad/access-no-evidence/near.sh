#!/bin/sh
# The weakest evidence that there is.
set -eu
sed -i -e 's/^  by: lao/  by: visitor/' -e 's/method: measured/method: reported/' content/identities/360201.yaml
