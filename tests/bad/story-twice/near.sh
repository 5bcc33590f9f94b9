#!/bin/sh
# Stories beside a file that has none inside.
set -eu
echo 'เรื่อง' >content/identities/370101.th.md
echo 'A story.' >content/identities/370101.en.md
