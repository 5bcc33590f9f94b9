#!/bin/sh
# Escapes that there are.
set -eu
sed -e 's/370101/360203/' -e 's|^name.*|name: {th: "ผ้า\\u0E44หม", en: "silk\\/\\"cotton\\""}|' content/identities/370101.yaml >content/identities/360203.yaml
