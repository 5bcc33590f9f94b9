#!/bin/sh
# The Buddhist year tells that the day comes first.
set -eu
sed -i '/^  timestamp:/d' content/tables.yaml
