#!/bin/sh
# Neither a province nor a district.
. "$CASE/../snapshot.sh"
sed -i 's/^3601,/tambon,/' "$kept"
