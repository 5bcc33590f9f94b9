#!/bin/sh
# A sign of four bytes.
set -eu
sed -i "s/^name.*/name: {th: \"ผ้าไหม $(printf '\360\237\247\265')\", en: Silk}/" content/identities/370101.yaml
