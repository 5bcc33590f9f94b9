#!/bin/sh
# Run in the copy of the base: writes what cannot stand in a text file.
set -eu
mkdir -p content/pages
{ printf '# T\n\n'; head -c 33000 /dev/zero | tr '\0' x; } >content/pages/source.th.md
