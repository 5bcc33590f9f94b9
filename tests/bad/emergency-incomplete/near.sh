#!/bin/sh
# A number of four digits, with its name.
set -eu
sed -i -e 's/number: "191", name: {th: ตำรวจ, en: Police}/name: {th: ตำรวจท่องเที่ยว, en: Tourist police}, number: 1155/' content/site.yaml
