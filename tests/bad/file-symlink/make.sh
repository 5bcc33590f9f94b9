#!/bin/sh
# A link could show any file of the machine.
set -eu
ln -s /etc/passwd content/pages/link.th.md
