#!/bin/sh
# A member that tables.yaml does not have.
set -eu
cat >>content/tables.yaml <<'END'
- files: sheets/none.csv
  kind: report
  colums: {}
END
