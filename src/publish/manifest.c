/* SPDX-License-Identifier: MIT */
/*
 * The format, one line each:
 *
 *     attalak 4
 *     leaf <inode> <mode> <ctime> <path>                     before the files in it
 *     file <inode> <mode> <size> <mtime> <ctime> <kept> <XXH3> <SHA-256> <path>
 *     tally <count> <key>
 *     host <name>
 *     end <XXH3 of all bytes before this line>
 *
 * A time is <seconds> <nanoseconds>. The hash at the end is against damage, not against
 * malice: whoever can write the tree can publish what he likes anyway. Even so no line is
 * trusted to be well formed.
 */
#include "publish/manifest.h"

#include <string.h>

#include "base/hex.h"
#include "publish/beneath.h"

#define FORMAT_WORD "attalak "
#define FORMAT FORMAT_WORD "4\n" /* as long as those before */
#define END_WORD "end "

enum {
    FORMAT_HOSTS = '2', /* the first one with them */
    FORMAT_CTIMES = '4',
    HASH_DIGITS = 32,
    DIGEST_DIGITS = 64,
    END_LINE = sizeof(END_WORD) - 1 + HASH_DIGITS + 1,
    LINE_ROOM = 256
};

/* ---- hashes ---- */

static void put_hex(struct buf *out, const unsigned char *bytes, size_t count)
{
    char text[DIGEST_DIGITS];
    hex_write(text, bytes, count);
    buf_put(out, str_of(text, 2 * count));
}

static void put_hash(struct buf *out, struct hash128 hash)
{
    unsigned char bytes[16];
    for (size_t i = 0; i < 8; i++) {
        bytes[i] = (unsigned char)(hash.high >> (56 - 8 * i));
        bytes[8 + i] = (unsigned char)(hash.low >> (56 - 8 * i));
    }
    put_hex(out, bytes, sizeof(bytes));
}

static bool get_hash(struct str text, struct hash128 *hash)
{
    unsigned char bytes[16];
    if (!hex_read(text, bytes, sizeof(bytes)))
        return false;
    for (size_t i = 0; i < 8; i++) {
        hash->high = hash->high << 8 | bytes[i];
        hash->low = hash->low << 8 | bytes[8 + i];
    }
    return true;
}

/* ---- reading ---- */

/* Takes words off a line; once one is wrong, all that follow are. */
struct words {
    struct str rest;
    bool ok;
};

static struct str next_word(struct words *words)
{
    struct cut cut = str_cut(words->rest, ' ');
    words->ok = words->ok && cut.ok;
    words->rest = cut.tail;
    return cut.head;
}

static uint64_t next_number(struct words *words)
{
    struct str word = next_word(words);
    uint64_t value = 0;
    words->ok = words->ok && word.len;
    for (size_t i = 0; words->ok && i < word.len; i++) {
        unsigned digit = (unsigned)(word.ptr[i] - '0');
        words->ok = digit < 10 && !__builtin_mul_overflow(value, 10, &value)
                    && !__builtin_add_overflow(value, digit, &value);
    }
    return value;
}

static int64_t next_seconds(struct words *words)
{
    bool negative = str_starts(words->rest, STR("-"));
    if (negative)
        words->rest = str_skip(words->rest, 1);
    uint64_t value = next_number(words);
    words->ok = words->ok && value <= INT64_MAX;
    return words->ok ? (negative ? -(int64_t)value : (int64_t)value) : 0;
}

static struct timespec next_time(struct words *words)
{
    struct timespec time = {.tv_sec = next_seconds(words)};
    uint64_t nanoseconds = next_number(words);
    words->ok = words->ok && nanoseconds < 1000 * 1000 * 1000;
    time.tv_nsec = (long)nanoseconds;
    return time;
}

static bool read_file_line(struct str line, char format, struct item *item)
{
    struct words words = {line, true};
    item->stamp.inode = next_number(&words);
    item->stamp.mode = (uint32_t)next_number(&words);
    item->stamp.size = next_number(&words);
    struct timespec modified = next_time(&words);
    item->stamp.seconds = modified.tv_sec;
    item->stamp.nanoseconds = (uint32_t)modified.tv_nsec;
    if (format >= FORMAT_CTIMES)
        item->stamp.changed = next_time(&words);
    item->was_kept = next_number(&words) != 0;
    words.ok = get_hash(next_word(&words), &item->hash) && words.ok;
    struct str digest = next_word(&words);
    item->path = words.rest;
    return words.ok && hex_read(digest, item->digest.bytes, sizeof(item->digest.bytes))
           && beneath_path_is_good(item->path);
}

static bool read_tally_line(struct str line, struct tally *tally)
{
    struct words words = {line, true};
    tally->count = next_number(&words);
    tally->key = words.rest;
    return words.ok;
}

/* Where the lines are read to, and the folder whose files come. */
struct reader {
    char format;
    struct ledger *ledger;
    struct memory *memory;
    struct leaf *leaf;
};

static bool enter_leaf(struct str rest, struct reader *reader)
{
    struct words words = {rest, true};
    struct ledger *ledger = reader->ledger;
    struct leaf *leaf = arena_new(&ledger->arena, struct leaf);
    leaf->stamp.inode = next_number(&words);
    leaf->stamp.mode = (uint32_t)next_number(&words);
    leaf->stamp.changed = next_time(&words);
    leaf->path = str_copy(words.rest, &ledger->arena);
    leaf->first = ledger->before.entries.count;
    reader->leaf = leaf;
    return words.ok && beneath_path_is_good(leaf->path);
}

/* A file that lies elsewhere, or was entered before, ends the row. */
static void enter_in_leaf(struct item *item, struct reader *reader)
{
    struct leaf *leaf = reader->leaf;
    size_t end = reader->ledger->before.entries.count;
    if (leaf && leaf_holds(leaf, item->path) && end == leaf->first + leaf->count + 1) {
        leaf->count++;
        item->leaf = leaf;
    } else {
        reader->leaf = NULL;
    }
}

static void enter_item(const struct item *read, struct reader *reader)
{
    struct item *item = ledger_enter(reader->ledger, read->path);
    enter_in_leaf(item, reader);
    item->stamp = read->stamp;
    item->hash = read->hash;
    item->digest = read->digest;
    item->was_kept = read->was_kept;
    item->listed = true;
}

static bool enter_tally(struct str rest, struct reader *reader)
{
    struct arena *arena = &reader->ledger->arena;
    struct tally tally = {0};
    if (!read_tally_line(rest, &tally))
        return false;
    tally.key = str_copy(tally.key, arena);
    *list_push(&reader->memory->tallies, arena) = tally;
    return true;
}

static bool enter_host(struct str name, struct reader *reader)
{
    struct arena *arena = &reader->ledger->arena;
    struct memory *memory = reader->memory;
    if (!name.len || !memory->knows_hosts)
        return false;
    map_put(&memory->hosts, str_copy(name, arena), memory, arena); /* a set: no places */
    return true;
}

static bool enter_file(struct str rest, struct reader *reader)
{
    struct item item = {0};
    if (!read_file_line(rest, reader->format, &item))
        return false;
    enter_item(&item, reader);
    return true;
}

static const struct {
    const char *word;
    bool (*enter)(struct str rest, struct reader *reader);
} line_kinds[] = {
    {"file", enter_file},
    {"leaf", enter_leaf},
    {"tally", enter_tally},
    {"host", enter_host},
};

static bool read_line(struct str line, struct reader *reader)
{
    struct cut cut = str_cut(line, ' ');
    for (size_t i = 0; i < sizeof(line_kinds) / sizeof(*line_kinds); i++)
        if (str_eq(cut.head, str_from(line_kinds[i].word)))
            return line_kinds[i].enter(cut.tail, reader);
    return false;
}

/* The digit in the first line, or 0. */
static char format_of(struct str bytes)
{
    size_t at = sizeof(FORMAT_WORD) - 1;
    bool is_ours = bytes.len >= sizeof(FORMAT) - 1 && str_starts(bytes, STR(FORMAT_WORD))
                   && bytes.ptr[at] >= '1' && bytes.ptr[at] <= FORMAT[at]
                   && bytes.ptr[at + 1] == '\n';
    return is_ours ? bytes.ptr[at] : 0;
}

/* The lines between the first and the last; not ok when one of these two is wrong. */
static struct cut checked_body(struct str bytes)
{
    if (!format_of(bytes) || bytes.len < sizeof(FORMAT) - 1 + END_LINE)
        return (struct cut){0};
    struct str body = str_first(bytes, bytes.len - END_LINE);
    struct str end = str_skip(bytes, body.len);
    struct hash128 hash = {0};
    bool ok = str_starts(end, STR(END_WORD)) && str_ends(end, STR("\n"))
              && get_hash(str_of(end.ptr + sizeof(END_WORD) - 1, HASH_DIGITS), &hash)
              && hash_eq(hash, hash_128(body));
    return (struct cut){.head = str_skip(body, sizeof(FORMAT) - 1), .ok = ok};
}

static bool read_body(struct str body, struct reader *reader)
{
    while (body.len) {
        struct cut cut = str_cut(body, '\n');
        if (!cut.ok || !read_line(cut.head, reader))
            return false;
        body = cut.tail;
    }
    return true;
}

bool manifest_read(struct str bytes, struct ledger *ledger, struct memory *memory)
{
    struct cut body = checked_body(bytes);
    struct reader reader = {format_of(bytes), ledger, memory, NULL};
    memory->knows_hosts = reader.format >= FORMAT_HOSTS;
    if (body.ok && read_body(body.head, &reader))
        return true;
    ledger->before = (struct map){0};
    *memory = (struct memory){0};
    return false;
}

/* ---- writing ---- */

bool manifest_has_line(const struct item *item)
{
    return !item->carried;
}

static void put_word(struct buf *out, uint64_t number)
{
    buf_number(out, number);
    buf_putc(out, ' ');
}

static void put_time(struct buf *out, int64_t seconds, uint64_t nanoseconds)
{
    if (seconds < 0)
        buf_putc(out, '-');
    put_word(out, seconds < 0 ? -(uint64_t)seconds : (uint64_t)seconds);
    put_word(out, nanoseconds);
}

static void put_file(struct buf *out, const struct item *item)
{
    const struct stamp *stamp = &item->stamp;
    buf_put(out, STR("file "));
    put_word(out, stamp->inode);
    put_word(out, stamp->mode);
    put_word(out, stamp->size);
    put_time(out, stamp->seconds, stamp->nanoseconds);
    put_time(out, stamp->changed.tv_sec, (uint64_t)stamp->changed.tv_nsec);
    put_word(out, item->kept);
    put_hash(out, item->hash);
    buf_putc(out, ' ');
    put_hex(out, item->digest.bytes, sizeof(item->digest.bytes));
    buf_putc(out, ' ');
    buf_put(out, item->path);
    buf_putc(out, '\n');
}

static void put_leaf(struct buf *out, const struct leaf *leaf)
{
    const struct stamp *stamp = &leaf->stamp;
    buf_put(out, STR("leaf "));
    put_word(out, stamp->inode);
    put_word(out, stamp->mode);
    put_time(out, stamp->changed.tv_sec, (uint64_t)stamp->changed.tv_nsec);
    buf_put(out, leaf->path);
    buf_putc(out, '\n');
}

static void put_files(struct buf *out, const struct ledger_list *wanted,
                      const struct leaves *leaves)
{
    size_t leaf = 0;
    for (size_t i = 0; i < wanted->count; i++) {
        if (leaf < leaves->count && leaves->items[leaf].first == i) {
            if (leaves->items[leaf].stamp.inode)
                put_leaf(out, &leaves->items[leaf]);
            leaf++;
        }
        if (manifest_has_line(wanted->items[i]))
            put_file(out, wanted->items[i]);
    }
}

void manifest_write(const struct ledger_list *wanted, const struct leaves *leaves,
                    const struct memory *memory, struct buf *out)
{
    const struct tallies *tallies = &memory->tallies;
    buf_reserve(out, (wanted->count + leaves->count) * LINE_ROOM);
    buf_put(out, STR(FORMAT));
    put_files(out, wanted, leaves);
    for (size_t i = 0; i < tallies->count; i++)
        buf_format(out, "tally %llu %.*s\n", (unsigned long long)tallies->items[i].count,
                   STR_ARG(tallies->items[i].key));
    for (size_t i = 0; i < memory->hosts.entries.count; i++)
        buf_format(out, "host %.*s\n", STR_ARG(memory->hosts.entries.items[i].key));
    struct hash128 hash = hash_128(buf_str(out));
    buf_put(out, STR(END_WORD));
    put_hash(out, hash);
    buf_putc(out, '\n');
}

struct str manifest_unfinished(void)
{
    return STR("attalak: this folder is being worked on\n");
}

void manifest_write_public(const struct ledger_list *wanted, struct buf *out)
{
    for (size_t i = 0; i < wanted->count; i++) {
        const struct item *item = wanted->items[i];
        if (!manifest_has_line(item) || str_eq(item->path, STR(MANIFEST_PUBLIC)))
            continue;
        buf_put(out, item->path);
        buf_putc(out, '\t');
        buf_number(out, item->stamp.size);
        buf_putc(out, '\t');
        put_hex(out, item->digest.bytes, sizeof(item->digest.bytes));
        buf_putc(out, '\n');
    }
}
