#!/bin/sh
# An entry that is not one.
set -eu
cat >>content/tables.yaml <<'END'
- reports
- files: reports/2568.csv
  kind: report
  columns: [lao, month]
END
