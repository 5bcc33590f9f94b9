#!/bin/sh
# Two slips in the word for the type, none in the name.
set -eu
sed -i -e 's/6360107,อบต.กุดตุ้ม/,องค์กรบริหารสวนตำบลกุดตุ้ม/' content/sheets/identities.csv
