#!/bin/sh
# Two offices of one district send the same thing.
set -eu
sed 's/360201/360203/' content/identities/360201.yaml >content/identities/360203.yaml
