#!/bin/sh
# A key of thousands of parts: templates would nest as deep. First in the file, so that the finding's
# line does not change with the words.
set -eu
words=content/words/th.yaml
{ printf '? %sa\n: x\n' "$(yes a. | head -20000 | tr -d '\n')"; cat $words; } > $words.new
mv $words.new $words
