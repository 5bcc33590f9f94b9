#!/bin/sh
# States that do not sum to the LAOs.
. "$CASE/../snapshot.sh"
sed -i 's/^36,4,/36,5,/' "$kept"
