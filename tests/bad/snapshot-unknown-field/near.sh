#!/bin/sh
# One that is there.
. "$CASE/../snapshot.sh"
sed -i '1s/$/,field_arts/; 2,$s/$/,0/' "$kept"
