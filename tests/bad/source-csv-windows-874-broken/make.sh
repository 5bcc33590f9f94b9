#!/bin/sh
# windows-874 with a byte that is no letter of it, in the third row.
set -eu
printf 'lao,month,visitors,note\n360107,\265.\244. 2567,120,\272\351\322\271\340\242\307\351\322\n360107,\276.\302. 2567,9,\241\272\374\n' >content/reports/source.csv
