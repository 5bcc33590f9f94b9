#!/bin/sh
# A download that broke off in the middle of a letter.
set -eu
printf '20/5/2568 9:00:00,,6360203,,,\340\270\253\340\270' >>content/sheets/identities.csv
