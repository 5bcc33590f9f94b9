/* SPDX-License-Identifier: MIT */
/*
 * decode.h: other encodings into UTF-8. iconv lives in decode.c.
 *
 * glibc's WINDOWS-874 is the one that Excel writes (€, …, quotes, dashes and the no-break space
 * beside the letters of TIS-620); what it does not define ends the text, as half a pair of
 * surrogates does in UTF-16. Nothing is put in the place of what cannot be read.
 */
#ifndef ATTALAK_SOURCES_DECODE_H
#define ATTALAK_SOURCES_DECODE_H

#include "sources/encoding.h"

struct decoded {
    struct str text; /* up to the first byte that is no character */
    size_t read;     /* bytes that it was made of: all of them when all is well */
};

/* Of ENCODING_WINDOWS_874, ENCODING_UTF16LE, ENCODING_UTF16BE. A BOM stays at its place. */
struct decoded decode(enum encoding encoding, struct str bytes, struct arena *arena);

#endif
