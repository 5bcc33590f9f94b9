#!/bin/sh
# The day itself.
set -eu
sed -i -e 's|^updated:.*|updated: 2568-06-02|' content/identities/360201.yaml
