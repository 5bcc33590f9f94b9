#!/bin/sh
# A page that does not begin with its first tag.
set -eu
printf '<?xml version="1.0"?>\n\n<!-- a cache -->\n<html><body>sign in\n' >content/sheets/identities.csv
