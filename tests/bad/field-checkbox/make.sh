#!/bin/sh
# A ticked box is a yes; an unticked one says nothing.
set -eu
sed -i -e '1s/$/,access.features.arrive.parking,access.features.enter.stepfree,access.checked,access.by,access.method/' -e '2s|$|,TRUE,FALSE,12/5/2568,lao,seen|' content/sheets/identities.csv
