#!/bin/sh
# windows-874 that was opened as Western European and saved as UTF-8.
set -eu
printf 'lao,month,visitors,note\n360107,µ.¤. 2567,120,ºéÒ¹à¢ÇéÒ\n360107,¾.Â. 2567,9,¡Ø´µØéÁ\n' >content/reports/source.csv
