#!/bin/sh
# A language without its words.
set -eu
rm content/words/en.yaml
