#!/bin/sh
# Words that begin as garbled letters do: seven of them.
set -eu
printf 'lao,month,visitors,note\n360201,2567-10,1,เธอ เนื้อ เนย เนิน เธอ เนียน เนตร\n' >content/reports/source.csv
