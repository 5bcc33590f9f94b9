#!/bin/sh
# A host.
set -eu
printf "hosts:\n- bit.ly\n" >content/vocabulary/review.yaml
