#!/bin/sh
# As many rows of 400 columns as fit; those of one LAO collapse.
set -eu
laos=content/registry/laos.csv
{ head -1 $laos | tr -d '\n'; printf ',c%s' $(seq 392); echo; tail -n +2 $laos; } >$laos.new
yes '6360203,sao,โนนแดง,,3602' | head -41938 >>$laos.new
mv $laos.new $laos
