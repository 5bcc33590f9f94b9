#!/bin/sh
# 28 kilometres from the only office that is known; 30 are let pass.
set -eu
sed -i -e '$a place: {lat: 16.15, lon: 104.63448}' content/identities/370101.yaml
