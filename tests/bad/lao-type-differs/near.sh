#!/bin/sh
# Pattaya, whose code begins as that of a city.
set -eu
sed -i -e 's/6360203,sao/3360203,เมืองพัทยา/' content/registry/laos.csv
