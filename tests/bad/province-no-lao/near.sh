#!/bin/sh
# A new province with one LAO, its own.
set -eu
sed -i -e '$a 38,bueng-kan,บึงกาฬ,Bueng Kan,ภาคตะวันออกเฉียงเหนือ,Northeast,13' content/registry/provinces.csv
sed -i -e '$a 3801,mueang,เมืองบึงกาฬ,Mueang' content/registry/districts.csv
sed -i -e '$a 2380101,pao,บึงกาฬ,Bueng Kan,3801,,,' content/registry/laos.csv
