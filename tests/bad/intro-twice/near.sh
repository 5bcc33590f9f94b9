#!/bin/sh
# Two clusters, one of them with a zero before its number.
set -eu
cp content/clusters/13.yaml content/clusters/014.yaml
