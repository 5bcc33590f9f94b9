#!/bin/sh
# A time stamp that somebody typed by hand.
set -eu
sed -i -e 's/20\/5\/2568 9:00:00/20 พฤษภา/' content/sheets/identities.csv
