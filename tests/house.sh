#!/bin/sh
# SPDX-License-Identifier: MIT
# The rooms of src/: which includes which, one foreign library per file, sizes. Fails on a breach.
set -eu
cd "$(dirname "$0")/../src"
breaches=$(mktemp)
trap 'rm -f "$breaches"' EXIT
breach() { echo "$*" | tee -a "$breaches"; }

# ---- arrows: a room may include itself and what stands in its row ----
room() { # ROOM ALLOWED...
    room=$1
    shift
    allowed=$(echo "$room $*" | tr ' ' '|')
    grep -HnE '^#include "' "$room"/* | grep -vE "\"($allowed)/" | while read -r line; do
        case "$line" in
        view/*'"render/value.h"') ;;
        *) breach "arrow: $line" ;;
        esac
    done
}
room base
room text base
room sources base
room model base text sources
room check base text model
room media base model photo
room photo
room render base
room view base text model
room publish base
room diff base text sources render publish

# ---- one file for each library ----
library() { # HEADER FILE
    grep -lE "#include <$1" ./*.[ch] ./*/*.[ch] | grep -vxF "./$2" |
        while read -r file; do breach "library: <$1 in $file, not in $2 alone"; done
}
library yaml.h sources/tree.c
library yajl/ sources/json.c
library csv.h sources/table.c
library cmark.h sources/prose.c
library iconv.h sources/decode.c
library unicode/ text/icu.c
library xxhash.h base/hash.c
library openssl/ base/digest.c
library qrencode.h view/qr.c
library jpeglib.h photo/jpeg.c
library png.h photo/png.c
library webp/decode.h photo/webp.c
library webp/encode.h photo/encode.c
library lcms2.h photo/colour.c

# ---- sizes ----
wc -l ./*.[ch] ./*/*.[ch] ./*/*.inc | grep -v ' total$' | while read -r lines file; do
    case "$file" in
    ./model/model.h | ./view/view.h) most=350 ;; # all nouns, all that templates can name
    *.h) most=120 ;;
    *) most=400 ;;
    esac
    [ "$lines" -le "$most" ] || breach "size: $file has $lines lines, at most $most"
done

# A function runs from its head, in the first column, to the next "}" there.
awk '/^[a-z].*\(/ { head = FNR; name = $0 } /^\{$/ { from = head }
     /^\}$/ && from { print FNR - from + 1, FILENAME, name; from = 0 }' ./*.c ./*/*.c | sort -n | awk -v breaches="$breaches" '
    { size[NR] = $1; line = $0 }
    $1 > 60 { print "function: " $0; print >> breaches }
    END { printf "%d functions: median %d lines, p90 %d, longest %s\n", NR, size[int((NR + 1) / 2)],
          size[int(NR * 0.9 + 0.5)], line }'
[ ! -s "$breaches" ]
