#!/bin/sh
# Two rows of one code; the second leaves open what it does not say.
set -eu
sed -i -e '$a 6360203,อบต.,โนนแดง,,3602,,,https://nondaeng.example.go.th' content/registry/laos.csv
