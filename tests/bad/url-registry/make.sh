#!/bin/sh
# A website in the registry that is none: told, and holds nothing back.
set -eu
sed -i -e 's#https://pao.example.go.th/#javascript:alert(1)#' content/registry/laos.csv
