#!/bin/sh
# The same word in UTF-8.
set -eu
printf 'lao,month,visitors,note\n360201,2567-10,1,café\n' >content/reports/source.csv
