#!/bin/sh
# Districts without their province.
. "$CASE/../snapshot.sh"
sed -i '/^36,/d' "$kept"
