#!/bin/sh
# Reports with their month, and the name instead of the code.
set -eu
printf 'lao_name,month,visitors\nเทศบาลตำบลบ้านเขว้า,2568-05,130\n' >content/reports/2569.csv
