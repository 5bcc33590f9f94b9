#!/bin/sh
# A code with blanks and Thai digits is still a code.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/๖๓ ๖๐๑๐๗,/' content/sheets/identities.csv
