#!/bin/sh
# Run in the copy of the base: writes what cannot stand in a text file.
set -eu
mkdir -p content/reports
{ printf 'lao,note\n360203,"'; head -c 1100000 /dev/zero | tr '\0' x; } >content/reports/source.csv
