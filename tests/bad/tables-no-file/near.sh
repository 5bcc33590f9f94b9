#!/bin/sh
# A mapping for a file that is there.
set -eu
cat >>content/tables.yaml <<'END'
- files: reports/256?.csv
  kind: report
END
