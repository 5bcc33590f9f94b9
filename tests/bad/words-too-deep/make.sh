#!/bin/sh
# A key of thousands of parts: templates would nest as deep.
set -eu
printf '? %sa\n: x\n' "$(yes a. | head -20000 | tr -d '\n')" >> content/words/th.yaml
