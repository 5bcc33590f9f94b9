#!/bin/sh
# Districts that do not sum to their province.
. "$CASE/../snapshot.sh"
sed -i 's/^3602,2,1,0,0,1,0,1,/3602,3,1,0,0,1,0,2,/' "$kept"
