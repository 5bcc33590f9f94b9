#!/bin/sh
# Commas, with semicolons in a note.
set -eu
printf 'lao,month,visitors,note\n360107,2567-10,120,a;b;c;d;e\n' >content/reports/source.csv
