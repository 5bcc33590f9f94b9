#!/bin/sh
# Another host, a picture (which becomes its description), and one that is allowed.
set -eu
cat >>content/identities/370101.yaml <<'END'
story: {th: "[a](https:/&#47;notbit.ly/abc) ![b](https:/&#47;bit.ly/x.jpg) [c](https:/&#47;s.id/x)", en: a}
allow: [s.id]
END
