#!/bin/sh
# A field that was given up.
. "$CASE/../snapshot.sh"
sed -i '1s/$/,field_music/; 2,$s/$/,0/' "$kept"
