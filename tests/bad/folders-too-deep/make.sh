#!/bin/sh
# Folders in folders.
set -eu
mkdir -p content/identities/a/b/c/d/e/f/g/h/i
