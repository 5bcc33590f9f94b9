#!/bin/sh
# Blank rows alone.
set -eu
{ printf '\n,,,,,,,,,,\n'; cat content/sheets/identities.csv; } >sheet
mv sheet content/sheets/identities.csv
