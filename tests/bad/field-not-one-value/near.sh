#!/bin/sh
# One value where a list is asked, and a list where it may be one.
set -eu
sed -i -e 's/^tags.*/tags: ผ้าไหม/' -e 's/^facilities.*/facilities: parking, toilet/' content/identities/360201.yaml
