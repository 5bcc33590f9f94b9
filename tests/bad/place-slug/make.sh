#!/bin/sh
# An address that is none.
set -eu
sed -i -e '$a 38,../etc,บึงกาฬ,Bueng Kan,ภาคตะวันออกเฉียงเหนือ,Northeast,13' content/registry/provinces.csv
