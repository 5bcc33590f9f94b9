#!/bin/sh
# Opening hours as offices write them: read, and told.
set -eu
sed -i -e 's/hours: .*/hours: จันทร์-ศุกร์ ๐๘.๓๐-๑๖.๓๐ น. ปิดวันพุธ/' content/identities/360201.yaml
