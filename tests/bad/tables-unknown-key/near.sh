#!/bin/sh
# The member rightly spelt.
set -eu
cat >>content/tables.yaml <<'END'
- files: reports/2568.csv
  kind: report
  columns: {}
END
