#!/bin/sh
# Two answers, the second a second later.
set -eu
sed -n 2p content/sheets/identities.csv | sed 's,9:00:00,9:00:01,' >>content/sheets/identities.csv
