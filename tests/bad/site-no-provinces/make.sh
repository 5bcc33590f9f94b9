#!/bin/sh
# An empty registry.
set -eu
printf 'code,slug,name_th,name_en,region_th,region_en,cluster\n' >content/registry/provinces.csv
