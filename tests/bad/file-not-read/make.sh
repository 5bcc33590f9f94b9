#!/bin/sh
# A file that nothing reads.
set -eu
echo 'lao,name' >content/registry/old.xls
