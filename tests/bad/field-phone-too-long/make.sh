#!/bin/sh
# A telephone is no place for a text.
set -eu
sed -i -e 's/phone: .*/phone: "0 4489 1101 ต่อ 12 หรือโทรหาคุณสมชายที่เบอร์อื่นตามที่เขียนไว้หน้าประตูที่ทำการ"/' content/identities/360201.yaml
