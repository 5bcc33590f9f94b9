#!/bin/sh
# The same two entries as one map.
set -eu
cat >>content/tables.yaml <<'END'
- files: reports/2568.csv
  kind: report
  columns: {lao: lao, month: month}
END
