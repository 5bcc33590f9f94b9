#!/bin/sh
# No accessible parking, and no bays.
set -eu
sed -i -e 's/^    enter.door_cm.*/    arrive.parking: no\n    arrive.parking_n: 0/' content/identities/360201.yaml
