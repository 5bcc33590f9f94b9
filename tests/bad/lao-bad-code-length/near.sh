#!/bin/sh
# Six digits: without that of the type.
set -eu
sed -i -e 's/6360107/360107/' content/sheets/identities.csv
