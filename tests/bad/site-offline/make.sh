#!/bin/sh
# A switch that is neither on nor off: pages stay as they are by default.
set -eu
echo 'offline: sometimes' >>content/site.yaml
