/* SPDX-License-Identifier: MIT */
/* A table's columns bound to fields (tables.h). */
#include "model/dictionary.h"
#include "model/loaders.h"
#include "model/stamp.h"
#include "text/clean.h"

/* What must be there for a row to mean anything: one of each group of paths. */
static const struct str needed[KIND_COUNT][2][2] = {
    [KIND_CLUSTER] = {{STR_CONST("number")}},
    [KIND_PROVINCE] = {{STR_CONST("code")}, {STR_CONST("slug"), STR_CONST("name_en")}},
    [KIND_DISTRICT] = {{STR_CONST("code")}},
    [KIND_LAO] = {{STR_CONST("code")}},
    [KIND_IDENTITY] = {{STR_CONST("lao"), STR_CONST("lao_name")}},
    [KIND_REPORT] = {{STR_CONST("lao"), STR_CONST("lao_name")}, {STR_CONST("month")}},
    [KIND_SNAPSHOT] = {{STR_CONST("code")}},
};

static const struct field_table *const tables_of[KIND_COUNT] = {
    &cluster_fields, &province_fields, &district_fields,
    &lao_fields,     &identity_fields, &report_fields,
    &snapshot_fields,
};

const struct field_table *sheet_fields(enum table_kind kind)
{
    return tables_of[kind];
}

struct binding {
    struct reader *r;
    const struct table *table;
    const struct table_spec *spec;
    const struct field_table *fields;
    struct sheet *sheet;
    size_t stamp;  /* the column of time stamps, readable or not; NO_COLUMN */
    size_t absent; /* headers that were looked for in vain */
    size_t unread; /* headers that end in a path that no field has */
};

enum { PROPOSALS_MAX = 20 }; /* they are dear; nobody reads the hundredth */
enum { EXPECTED_SHOWN = 3 };
#define NO_COLUMN SIZE_MAX

static struct str clean_header(struct binding *b, struct str raw)
{
    return sheet_header(raw, b->r->arena);
}

static struct pos header_pos(const struct binding *b, size_t column)
{
    return (struct pos){.file = b->table->file,
                        .line = b->table->header_line,
                        .row = b->table->header_row,
                        .column = (unsigned)column + 1,
                        .header = b->table->headers[column]};
}

/* ---- what an answer means ---- */

/* Adds an answer unless a longer path has given it a meaning. */
static void add_value(struct binding *b, struct map *values, const struct tree *value)
{
    struct str answer = clean_header(b, value->key);
    if (map_get(values, answer) || value->kind != TREE_TEXT)
        return;
    struct str *meaning = arena_new(b->r->arena, struct str);
    *meaning = str_trim(value->text);
    map_put(values, answer, meaning, b->r->arena);
}

/* `values` may speak of the path itself or of what it begins with: access.features. */
static struct map values_of(struct binding *b, struct str path)
{
    struct map values = {0};
    if (!b->spec || !b->spec->values)
        return values;
    for (struct cut cut = {.head = path, .ok = true}; cut.ok;) {
        const struct tree *map = tree_get(b->spec->values, cut.head);
        for (const struct tree *v = map ? map->first : NULL; v; v = v->next)
            add_value(b, &values, v);
        cut = str_cut_last(cut.head, '.');
    }
    return values;
}

/* ---- headers ---- */

static bool is_ignored(struct binding *b, struct str header)
{
    const struct tree *ignore = b->spec ? b->spec->ignore : NULL;
    for (const struct tree *item = ignore ? ignore->first : NULL; item; item = item->next)
        if (str_eq(clean_header(b, item->text), header))
            return true;
    return false;
}

static const struct tree *mapping_of(struct binding *b, struct str header)
{
    const struct tree *columns = b->spec ? b->spec->columns : NULL;
    for (const struct tree *item = columns ? columns->first : NULL; item;
         item = item->next)
        if (str_eq(clean_header(b, item->key), header))
            return item;
    return NULL;
}

static bool is_field(const struct binding *b, struct str path)
{
    return field_spec_of(b->r->site, b->fields, path) != NULL;
}

static void bind_column(struct binding *b, size_t at, struct str path)
{
    struct sheet *sheet = b->sheet;
    for (size_t i = 0; i < sheet->columns.count; i++)
        if (str_eq(sheet->columns.items[i].path, path)) {
            complain(b->r, TABLES_COLUMN_TWICE, header_pos(b, at), b->table->headers[at],
                     path);
            return;
        }
    *list_push(&sheet->columns, b->r->arena) =
        (struct column){.at = at, .path = path, .values = values_of(b, path)};
}

static void bind_mapped(struct binding *b, size_t at, const struct tree *mapping)
{
    struct str path = str_trim(mapping->text);
    if (is_field(b, path)) {
        bind_column(b, at, path);
        return;
    }
    struct pos pos = tree_pos(mapping, b->spec->file);
    struct str near = field_nearest(b->fields, path);
    if (field_is_other_language(b->fields, path))
        complain(b->r, FIELD_OTHER_LANGUAGE, pos, path);
    else if (near.len)
        complain(b->r, TABLES_FIELD_NEAR, pos, path, mapping->key, near);
    else
        complain(b->r, TABLES_FIELD, pos, path, mapping->key);
}

/* A column that nobody asked for; its header may end in a mistyped path. */
static void complain_unread(struct binding *b, size_t at, struct str path)
{
    struct str header = b->table->headers[at];
    bool propose = path.len && b->unread++ < PROPOSALS_MAX;
    struct str near = propose ? dictionary_nearest(b->r->site, b->fields, path, b->r->scratch)
                              : STR("");
    if (near.len)
        complain(b->r, TABLES_UNKNOWN_COLUMN_NEAR, header_pos(b, at), header, near);
    else
        complain(b->r, TABLES_UNKNOWN_COLUMN, header_pos(b, at), header);
}

static void bind_header(struct binding *b, size_t at)
{
    struct str header = clean_header(b, b->table->headers[at]);
    struct str path = dictionary_path_of(header);
    const struct tree *mapping = mapping_of(b, header);
    if (at == b->stamp || !header.len)
        return; /* a column without a header was told by the table when it has data */
    if (mapping) {
        bind_mapped(b, at, mapping);
    } else if (is_field(b, header)) {
        bind_column(b, at, header);
    } else if (is_ignored(b, header)) {
        return;
    } else if (is_field(b, path)) {
        bind_column(b, at, path);
    } else {
        complain_unread(b, at, path);
    }
}

/* ---- the time stamp ---- */

static size_t find_header(struct binding *b, struct str wanted)
{
    size_t at = 0;
    while (at < b->table->header_count
           && !str_eq(clean_header(b, b->table->headers[at]), wanted))
        at++;
    return at < b->table->header_count ? at : NO_COLUMN;
}

static bool has_other_use(struct binding *b, size_t at)
{
    struct str header = clean_header(b, b->table->headers[at]);
    return mapping_of(b, header) || is_field(b, header) || is_ignored(b, header);
}

static void use_stamp(struct binding *b, size_t at, struct str format)
{
    b->stamp = b->sheet->stamp_at = at;
    b->sheet->stamp_format = format;
    b->sheet->has_stamp = format.len > 0;
}

/* One finding for a column of another format, not one a row. */
static void check_stamps(struct binding *b)
{
    struct str format = b->sheet->stamp_format;
    struct stamp_misfit misfit =
        stamp_misfit_of(b->table, b->stamp, format, b->r->scratch);
    if (!misfit.found)
        return;
    b->sheet->has_stamp = false;
    complain(b->r, misfit.other.len ? TABLES_STAMP_OTHER : TABLES_STAMP_UNLIKE,
             header_pos(b, b->stamp), b->table->headers[b->stamp], format, misfit.sample,
             misfit.other);
}

/* The column that tables.yaml names; or the first one, which Google's tables rename. */
static void bind_named_stamp(struct binding *b)
{
    size_t at = find_header(b, clean_header(b, b->spec->stamp_column));
    bool renamed = at == NO_COLUMN && b->table->header_count && !has_other_use(b, 0)
                   && stamp_is_usual_first(clean_header(b, b->table->headers[0]));
    if (renamed) {
        at = 0;
        complain(b->r, TABLES_STAMP_RENAMED, header_pos(b, 0), b->table->headers[0],
                 b->spec->stamp_column);
    }
    if (at != NO_COLUMN)
        use_stamp(b, at, b->spec->stamp_format);
    if (at != NO_COLUMN)
        check_stamps(b);
}

/* tables.yaml names none: Google's own column, when its format can be told. */
static void bind_usual_stamp(struct binding *b)
{
    size_t at = 0;
    while (at < b->table->header_count
           && (!stamp_is_usual(clean_header(b, b->table->headers[at])) || has_other_use(b, at)))
        at++;
    if (at == b->table->header_count)
        return;
    struct stamp_format told = stamp_format_of(b->table, at, b->r->scratch);
    use_stamp(b, at, told.format);
    if (!told.format.len && told.any)
        complain(b->r, TABLES_STAMP_FORMAT, header_pos(b, at), b->table->headers[at]);
}

static void bind_stamp(struct binding *b, enum table_kind kind)
{
    bool wanted = kind == KIND_IDENTITY || kind == KIND_REPORT;
    if (b->spec && b->spec->stamp_format.len)
        bind_named_stamp(b);
    else if (wanted && !(b->spec && b->spec->stamp_column.len))
        bind_usual_stamp(b);
}

/* ---- what is not there ---- */

/* The field of a path without which no row can be published; NULL: it is none. */
static const struct field_spec *needed_field(const struct binding *b, struct str path)
{
    const struct field_spec *spec = field_spec_of(b->r->site, b->fields, path);
    struct str lang = spec ? str_skip(path, spec->path.len) : STR("");
    bool first = lang.len < 2 || str_eq(str_skip(lang, 1), b->r->site->langs[0]);
    return spec && spec->flags & FIELD_REQUIRED && first ? spec : NULL;
}

/* Is it such a field, and does no other column fill it? */
static bool is_needed(const struct binding *b, struct str path)
{
    const struct field_spec *spec = needed_field(b, path);
    for (size_t i = 0; spec && i < b->sheet->columns.count; i++)
        if (needed_field(b, b->sheet->columns.items[i].path) == spec)
            return false;
    return spec;
}

/* A header that tables.yaml names and the file does not have: a question was reworded. False
 * when the file is of no use without it: its rows would all lack the same. */
static bool check_header(struct binding *b, struct str name, struct str path, struct pos pos)
{
    struct str wanted = clean_header(b, name), best = {0};
    if (find_header(b, wanted) != NO_COLUMN)
        return true;
    bool must_be = is_needed(b, path);
    unsigned least = 5;
    bool propose = b->absent++ < PROPOSALS_MAX;
    for (size_t i = 0; propose && i < b->table->header_count; i++) {
        struct str header = clean_header(b, b->table->headers[i]);
        unsigned distance = str_distance(wanted, header, least);
        if (distance < least) {
            least = distance;
            best = header;
        }
    }
    if (best.len)
        complain(b->r, must_be ? TABLES_NEEDED_COLUMN_NEAR : TABLES_ABSENT_COLUMN_NEAR, pos, name,
                 b->table->file, best);
    else
        complain(b->r, must_be ? TABLES_NEEDED_COLUMN : TABLES_ABSENT_COLUMN, pos, name,
                 b->table->file);
    return !must_be;
}

static bool check_headers(struct binding *b)
{
    bool usable = true;
    if (!b->spec)
        return usable;
    const struct tree *columns = b->spec->columns;
    for (const struct tree *item = columns ? columns->first : NULL; item;
         item = item->next)
        usable &= check_header(b, item->key, str_trim(item->text),
                               tree_key_pos(item, b->spec->file));
    if (b->spec->stamp_column.len && !b->sheet->has_stamp)
        check_header(b, b->spec->stamp_column, STR(""), b->spec->pos);
    return usable;
}

static bool is_known(struct binding *b, size_t at)
{
    struct str header = clean_header(b, b->table->headers[at]);
    return at == b->stamp || has_other_use(b, at) || is_field(b, dictionary_path_of(header));
}

static bool any_known(struct binding *b)
{
    size_t at = 0;
    while (at < b->table->header_count && !is_known(b, at))
        at++;
    return at < b->table->header_count;
}

/* “รหัส อปท.”, “ด้าน”, “ชื่อ (ไทย)” */
static struct str expected_headers(const struct binding *b, enum table_kind kind)
{
    struct str names[EXPECTED_SHOWN];
    size_t count = 0;
    const struct tree *columns = b->spec ? b->spec->columns : NULL;
    for (const struct tree *item = columns ? columns->first : NULL;
         item && count < EXPECTED_SHOWN; item = item->next)
        names[count++] = item->key;
    bool mapped = count > 0;
    for (size_t i = 0; !mapped && i < 2 && needed[kind][i][0].len; i++)
        names[count++] = needed[kind][i][0];
    struct str list = str_join(names, count, STR("”, “"), b->r->scratch);
    return str_cat(b->r->scratch, STR("“"), list, STR("”"));
}

static bool has_column(const struct sheet *sheet, struct str path)
{
    for (size_t i = 0; path.len && i < sheet->columns.count; i++)
        if (str_eq(sheet->columns.items[i].path, path))
            return true;
    return false;
}

static bool has_needed(struct binding *b, enum table_kind kind)
{
    bool all = true;
    for (size_t i = 0; i < 2 && needed[kind][i][0].len; i++) {
        const struct str *either = needed[kind][i];
        if (has_column(b->sheet, either[0]) || has_column(b->sheet, either[1]))
            continue;
        all = complain(b->r, TABLES_MISSING_COLUMN, (struct pos){.file = b->table->file},
                       either[0]);
    }
    return all;
}

bool sheet_bind(struct reader *r, const struct table *table,
                const struct table_spec *spec, enum table_kind kind, struct sheet *sheet)
{
    *sheet = (struct sheet){.table = table, .spec = spec};
    struct binding b = {r, table, spec, tables_of[kind], sheet, NO_COLUMN, 0, 0};
    bind_stamp(&b, kind);
    if (!any_known(&b)) /* another table, or none: what it lacks has this one cause */
        return complain(r, TABLES_NO_HEADER, (struct pos){.file = table->file}, STR(""),
                        expected_headers(&b, kind));
    for (size_t i = 0; i < table->header_count; i++)
        bind_header(&b, i);
    bool usable = check_headers(&b);
    return has_needed(&b, kind) && usable;
}
