#!/bin/sh
# A cell of more than 256 KiB.
set -eu
{ printf 'lao,month,note
360203,2567-10,'; head -c 262145 /dev/zero | tr '\0' x; } >content/reports/source.csv
