#!/bin/sh
# A word where a number belongs.
. "$CASE/../snapshot.sh"
sed -i 's/^36,4,/36,สี่,/' "$kept"
