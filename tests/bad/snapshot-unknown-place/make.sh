#!/bin/sh
# A province that was dissolved.
. "$CASE/../snapshot.sh"
printf '%s\n' 99,3,1,1,0,0,0,2,1,0 9901,3,1,1,0,0,0,2,1,0 >>"$kept"
