#!/bin/sh
# Question marks that end a sentence.
set -eu
sed -i 's/ไส้กรอกเนื้อหมัก/รู้จักไหม??? ไส้กรอกเนื้อหมัก/' content/sheets/identities.csv
