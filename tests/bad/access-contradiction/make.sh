#!/bin/sh
# A step-free entrance with steps; a toilet that no wheelchair enters; a steep ramp; a lift on the sand.
set -eu
sed -i -e 's/^    enter.door_cm.*/    enter.steps_n: 2\n    enter.step_cm: 15\n    enter.ramp: yes\n    enter.ramp_1x: 5\n    toilet.accessible: yes\n    toilet.door_cm: 60\n    arrive.parking: yes\n    arrive.parking_n: 0\n    move.lift: yes\n    move.surface: sand/' content/identities/360201.yaml
