#!/bin/sh
# One cluster introduced twice: 13 and 013.
set -eu
cp content/clusters/13.yaml content/clusters/013.yaml
