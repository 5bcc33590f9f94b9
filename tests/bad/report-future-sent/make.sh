#!/bin/sh
# Sent in June of a month that begins in July.
set -eu
cat >>content/tables.yaml <<'END'
- {files: sheets/figures.csv, kind: report, timestamp: {column: ประทับเวลา, format: D/M/Y H:m:s}}
END
printf 'ประทับเวลา,lao,month,visitors,income\n"9/6/2568, 10:00:00",360201,2568-07,100,20000\n' >content/sheets/figures.csv
