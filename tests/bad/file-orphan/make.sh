#!/bin/sh
# A story of an LAO that sent nothing; an introduction of no province.
set -eu
echo 'ก' >content/identities/360203.th.md
echo 'identity: ก' >content/provinces/atlantis.yaml
echo 'identity: ก' >content/clusters/99.yaml
