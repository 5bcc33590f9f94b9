#!/bin/sh
# Noto Looped Thai (SIL OFL 1.1, Debian's fonts-noto-core) → a WOFF2 of 9 KB with Thai alone; Latin
# comes from the reader's own system:  assets/fonts/subset.sh Regular|Bold OUT.woff2
# No hinting: phones and current desktops do not use it, and it doubles the size.
set -eu
/usr/bin/python3 - /usr/share/fonts/truetype/noto/NotoLoopedThai-"$1".ttf "$2" <<'PYTHON'
import sys
from fontTools import subset

THAI = [0x20, 0xA0, *range(0xE01, 0xE3B), *range(0xE3F, 0xE5C), 0x200B, 0x25CC]
# calt and rlig choose the raised tone mark that stands above a vowel: ที่, not ที with a blot.
FEATURES = ["ccmp", "calt", "rlig", "mark", "mkmk", "locl", "kern", "liga"]


def place_raised_marks(font):
    """Debian's version 1.00 anchors the raised marks (*.small, drawn at their final height) to a
    vowel, but has no rule that attaches marks to marks, so that they hang from the consonant and
    fall 283 units onto the vowel. They get the anchor of their plain forms instead."""
    subtables = (sub for lookup in font["GPOS"].table.LookupList.Lookup for sub in lookup.SubTable)
    for table in (sub for sub in subtables if sub.LookupType == 4):
        records = dict(zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord))
        for name, record in records.items():
            plain = records.get(name.removesuffix(".small"))
            if name.endswith(".small") and plain.MarkAnchor.YCoordinate > 0:  # above, not below
                record.MarkAnchor.YCoordinate = plain.MarkAnchor.YCoordinate


source, out = sys.argv[1:]
options = subset.Options(flavor="woff2", hinting=False, layout_features=FEATURES)
font = subset.load_font(source, options, lazy=False)
place_raised_marks(font)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=THAI)
subsetter.subset(font)
subset.save_font(font, out, options)
PYTHON
