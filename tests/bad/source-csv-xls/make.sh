#!/bin/sh
# A workbook of old Office under the name of a CSV.
set -eu
printf '\320\317\021\340\241\261\032\341' >content/reports/source.csv
