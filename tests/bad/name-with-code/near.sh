#!/bin/sh
# Each in its own.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/๖๓๖๐๑๐๗,อบต.กุดตุ้ม/' content/sheets/identities.csv
