#!/bin/sh
# Two answers of one second: time stamps are there and tell nothing.
set -eu
sed -n 2p content/sheets/identities.csv | sed 's/A fermented/The fermented/' >>content/sheets/identities.csv
