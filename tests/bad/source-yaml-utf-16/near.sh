#!/bin/sh
# The mark of the byte order as Excel puts it before UTF-8.
set -eu
{ printf '\357\273\277'; sed 's/370101/360203/' content/identities/370101.yaml; } >content/identities/360203.yaml
