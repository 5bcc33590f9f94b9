#!/bin/sh
# A mapping for a file that is not there.
set -eu
cat >>content/tables.yaml <<'END'
- files: sheets/reports*.csv
  kind: report
END
