#!/bin/sh
# Bays where there is no accessible parking.
set -eu
sed -i -e 's/^    enter.door_cm.*/    arrive.parking: no\n    arrive.parking_n: 2/' content/identities/360201.yaml
