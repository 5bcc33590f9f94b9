#!/bin/sh
# An LAO of a province that is not there.
set -eu
sed -i -e '$a 6990101,sao,ที่ไหน,Nowhere,,,,' content/registry/laos.csv
