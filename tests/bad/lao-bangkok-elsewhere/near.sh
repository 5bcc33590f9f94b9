#!/bin/sh
# Bangkok itself.
set -eu
echo '10,bangkok,กรุงเทพมหานคร,Bangkok,ภาคกลาง,Central,' >>content/registry/provinces.csv
echo '100000,bangkok,กรุงเทพมหานคร,Bangkok,,,,' >>content/registry/laos.csv
