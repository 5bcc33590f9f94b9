#!/bin/sh
# The very corner of the box around Thailand.
set -eu
sed -i -e '$a place: {lat: 20.6, lon: 105.7}' content/identities/370101.yaml
