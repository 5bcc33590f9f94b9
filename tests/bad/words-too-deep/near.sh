#!/bin/sh
# A key of six parts, in both languages.
set -eu
for lang in th en; do echo 'a.b.c.d.e.f: x' >>content/words/$lang.yaml; done
