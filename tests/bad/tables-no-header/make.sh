#!/bin/sh
# A file in which nothing of the form is: one finding, not one for each column that is not there.
set -eu
printf '""""\n' >content/sheets/identities.csv
