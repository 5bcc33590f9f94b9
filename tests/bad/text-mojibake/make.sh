#!/bin/sh
# One cell that was opened in the wrong encoding.
set -eu
sed -i -e '1s/$/,place.directions_th/' -e '2s|$|,เธญเธขเธนเนเธเนเธฒเธเธงเธฑเธ” เนเธเธฅเนเธ•เธฅเธฒเธ”เธเธฑเธ”|' content/sheets/identities.csv
