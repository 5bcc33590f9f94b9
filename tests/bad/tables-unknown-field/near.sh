#!/bin/sh
# The twelfth of a list, and a part of a field.
set -eu
sed -i -e 's/: sources.1.title/: sources.12.title/' -e 's/: name.en/: safety.note.en/' content/tables.yaml
