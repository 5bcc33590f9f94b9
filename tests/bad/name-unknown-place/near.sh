#!/bin/sh
# The district cut short, the province abbreviated: both are known.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,อบต.กุดตุ้ม อ.เมือง จ.ชัยฯ/' content/sheets/identities.csv
