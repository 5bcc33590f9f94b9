#!/bin/sh
# Run in the copy of the base: writes what cannot stand in a text file.
set -eu
mkdir -p content/reports
printf 'lao,month,note\n360203,2567-10,caf\351\n' >content/reports/source.csv
