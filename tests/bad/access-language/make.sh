#!/bin/sh
# A language in words.
set -eu
sed -i -e 's/enter.door_cm: 92/people.langs: [th, อังกฤษ]/' content/identities/360201.yaml
