#!/bin/sh
# Too few offices are known to judge by: a note.
set -eu
sed -i -e '$a place: {lat: 17.5, lon: 104.7}' content/identities/370101.yaml
