#!/bin/sh
# The same signs in links that may stand.
# rule: markdown.link-character markdown.link-host markdown.link-ip-address markdown.link-port markdown.link-scheme markdown.link-user-info
set -eu
cat >>content/pages/about.th.md <<'END'

[ก](mailto:a@evil.example) [ข](https://evil.example/)
[ค](https://b.example/a@) [ง](https://b.example/:8080/)
[จ](https://10.0.0.1.example/) [ฉ](tel:+66-44-891-101)
[ช](<https://b.example/x%20y>)
END
