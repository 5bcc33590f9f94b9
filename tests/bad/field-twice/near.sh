#!/bin/sh
# The two parts of a name, each once, one by its path.
set -eu
sed -i -e 's/^name: .*/name: {en: Silk}/' content/identities/360201.yaml
cat >>content/identities/360201.yaml <<'END'
name.th: ผ้าไหม
END
