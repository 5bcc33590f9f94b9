#!/bin/sh
# Noto Looped Thai (SIL OFL 1.1, Debian's fonts-noto-core) → a WOFF2 of 8 KB with Thai alone; Latin
# comes from the reader's own system:  assets/fonts/subset.sh Regular|Bold OUT.woff2
# No hinting: phones and current desktops do not use it, and it doubles the size.
set -eu
/usr/bin/python3 -m fontTools.subset /usr/share/fonts/truetype/noto/NotoLoopedThai-"$1".ttf \
    --output-file="$2" --flavor=woff2 --no-hinting \
    --layout-features=ccmp,mark,mkmk,locl,kern,liga \
    --unicodes=U+0020,U+00A0,U+0E01-0E3A,U+0E3F-0E5B,U+200B,U+25CC
