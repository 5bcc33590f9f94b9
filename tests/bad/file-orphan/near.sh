#!/bin/sh
# A story of an LAO that sent something; introductions of a province and a cluster.
set -eu
echo 'ก' >content/identities/370101.th.md
echo 'identity: ก' >content/provinces/amnat-charoen.yaml
echo 'identity: ก' >content/clusters/14.yaml
