#!/bin/sh
# A website without TLS.
set -eu
sed -i -e 's#https://pao.example.go.th/#http://pao.example.go.th/alert(1)#' content/registry/laos.csv
