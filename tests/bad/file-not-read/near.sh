#!/bin/sh
# A file of the same kind where anything may lie.
set -eu
mkdir -p content/media/360201
echo 'lao,name' >content/media/360201/old.xls
