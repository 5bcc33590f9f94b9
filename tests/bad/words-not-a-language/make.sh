#!/bin/sh
# Words of a language that the site does not have.
set -eu
cp content/words/en.yaml content/words/fr.yaml
