#!/bin/sh
# One address for two provinces.
set -eu
sed -i -e '$a 38,chaiyaphum,บึงกาฬ,Bueng Kan,ภาคตะวันออกเฉียงเหนือ,Northeast,13' content/registry/provinces.csv
