#!/bin/sh
# A cluster without a province.
set -eu
echo '15,ภาคเหนือตอนบน 1,Upper Northern 1' >>content/registry/clusters.csv
