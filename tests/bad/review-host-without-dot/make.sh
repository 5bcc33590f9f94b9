#!/bin/sh
# Hosts that are none, and would be half the country.
set -eu
printf "hosts:\n- th\n- .th\n- bit.\n" >content/vocabulary/review.yaml
