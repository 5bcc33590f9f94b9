#!/bin/sh
# A column is missing.
. "$CASE/../snapshot.sh"
sed -i -E 's/^(([^,]*,){2})[^,]*,/\1/' "$kept"
