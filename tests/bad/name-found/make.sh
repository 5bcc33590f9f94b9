#!/bin/sh
# An LAO found by its name alone: told, so that somebody can look.
set -eu
sed -i -e 's/6360107,/,/' content/sheets/identities.csv
