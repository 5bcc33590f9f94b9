#!/bin/sh
# rule: field.not-a-choice
set -eu
echo 'offline: no' >>content/site.yaml
