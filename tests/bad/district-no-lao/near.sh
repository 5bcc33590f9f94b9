#!/bin/sh
# A new district, and an LAO in it.
set -eu
sed -i -e '$a 3603,khon-sawan,คอนสวรรค์,Khon Sawan' content/registry/districts.csv
sed -i -e '$a 6360301,sao,คอนสวรรค์,Khon Sawan,3603,,,' content/registry/laos.csv
