/* SPDX-License-Identifier: MIT */
/*
 * encoding.h: what a file really is, told from its bytes and never from its name.
 *
 * tree, table and prose all begin here; a loader that reads a text file itself (a Markdown page)
 * begins here too, so that what it goes on with is valid UTF-8 without a BOM or a NUL.
 * Only a table is decoded: Excel writes windows-874 and UTF-16 without asking. In YAML and
 * Markdown they are an editor's setting, which is better mended, and are refused by their name.
 *
 *     struct encoded text = encoding_open(file, bytes, diags);
 *     if (text.ok) use(text.bytes);
 */
#ifndef ATTALAK_SOURCES_ENCODING_H
#define ATTALAK_SOURCES_ENCODING_H

#include "base/diag.h"
#include "base/str.h"

enum encoding {
    ENCODING_UTF8,
    ENCODING_WINDOWS_874,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_UTF16,     /* without a BOM, and not clear which of the two */
    ENCODING_EXCEL,     /* .xlsx; any zip archive */
    ENCODING_EXCEL_OLD, /* .xls; any OLE file */
    ENCODING_HTML_PAGE, /* a login page saved as .csv */
    ENCODING_MOJIBAKE,  /* valid UTF-8, but Thai read in the wrong encoding and saved */
    ENCODING_NUL,
    ENCODING_CUT, /* UTF-8 that ends within a character: a download that broke off */
    ENCODING_UNKNOWN,
};

struct encoding_found {
    enum encoding encoding;
    size_t at; /* offset of the first byte that shows it; 0: the whole file */
};

struct encoded {
    struct str bytes; /* without the BOM */
    bool ok;
    bool was_utf16; /* Excel's "Unicode Text": it is cut by tabs */
};

struct encoding_found encoding_detect(struct str bytes);

/* Complains when the bytes are not UTF-8 text. */
struct encoded encoding_open(struct str file, struct str bytes, struct diags *diags);

/* The same for a table: windows-874 and UTF-16 are decoded and told. The bytes may be on `arena`,
 * so places in them are those of the decoded text; its lines are the file's. */
struct encoded encoding_open_table(struct str file, struct str bytes, struct arena *arena,
                                   struct diags *diags);

/* For text that came by another way: valid UTF-8 and no NUL, or a finding at `pos`. */
bool encoding_check(struct str text, struct pos pos, struct diags *diags);

/* Thai that was decoded twice ("เธญเธณ…", "à¸­à¸³…"); for one value or a file's beginning. */
bool encoding_is_mojibake(struct str text);

/* The same with windows-874 that was read as windows-1252 ("ºéÒ¹"), for a file's beginning. */
bool encoding_is_thai_as_latin(struct str text);

/* The Thai that one garbled value was, or empty when it is not garbled beyond doubt. Takes the
 * value as it came: half of its characters may be controls, no-break spaces and soft hyphens,
 * which cleaning takes away. */
struct str encoding_unscramble(struct str text, struct arena *arena);

/* Line and column of an offset; the bytes before it are valid UTF-8. */
struct pos encoding_pos(struct str file, struct str bytes, size_t offset);

#endif
