#!/bin/sh
# An address of letters, a hyphen and a digit.
set -eu
sed -i -e '$a 38,bueng-kan-2,บึงกาฬ,Bueng Kan,ภาคตะวันออกเฉียงเหนือ,Northeast,13' content/registry/provinces.csv
