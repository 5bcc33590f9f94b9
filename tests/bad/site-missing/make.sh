#!/bin/sh
# No site.yaml.
set -eu
rm content/site.yaml
