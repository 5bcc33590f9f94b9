#!/bin/sh
# What an entry and the site allow, but nothing needs.
set -eu
echo 'allow: ["0812345678", คาสิโน]' >>content/identities/370101.yaml
echo 'allow: [nobody@gmail.com]' >>content/site.yaml
