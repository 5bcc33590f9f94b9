#!/bin/sh
# A link to nowhere, and one of more than 2,048 bytes.
set -eu
cat >>content/pages/about.th.md <<'END'

[ก](<>)
END
