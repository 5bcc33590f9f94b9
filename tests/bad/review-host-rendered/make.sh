#!/bin/sh
# Links whose address is written with entities and backslashes.
set -eu
cat >>content/identities/370101.yaml <<'END'
story:
  en: a
  th: |
    [a](https:/&#47;www.bit.ly/x)

    [b](https:\/\/www.tinyurl.com/y)
    [c](https://www.cutt&#46;ly/z)
    [d][d]

    [d]: https:&#47;/s&#46;id/d
END
