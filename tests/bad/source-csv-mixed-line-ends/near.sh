#!/bin/sh
# Windows line ends throughout, none at the end.
set -eu
printf 'lao,month,visitors\r\n360201,2567-10,1\r\n360201,2567-11,2' >content/reports/source.csv
