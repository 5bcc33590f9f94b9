#!/bin/sh
# Opening hours in words.
set -eu
sed -i -e 's/hours: .*/hours: ทุกวัน 8 โมงเช้าถึง 4 โมงเย็น/' content/identities/360201.yaml
