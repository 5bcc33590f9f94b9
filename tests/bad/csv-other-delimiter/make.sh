#!/bin/sh
# Semicolons, as some locales write them.
set -eu
printf 'lao;month;visitors\n360107;2567-10;120\n' >content/reports/source.csv
