#!/bin/sh
# A story inside and one beside.
set -eu
echo 'อีกเรื่อง' >content/identities/360201.th.md
