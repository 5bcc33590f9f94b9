#!/bin/sh
# French words in a note.
set -eu
printf 'lao,month,visitors,note\n360107,ต.ค. 2567,120,« Fête du thé » à la crème brûlée déjà créée\n' >content/reports/source.csv
