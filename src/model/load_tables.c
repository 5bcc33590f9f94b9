/* SPDX-License-Identifier: MIT */
/* Every CSV file: parsed by all threads, then bound in the order of file names. */
#include "base/pool.h"
#include "model/loaders.h"
#include "text/personal.h"

/* One CSV file on its way. */
struct table_job {
    struct str path;
    const struct table_spec *spec; /* NULL: canonical */
    enum table_kind kind;
    struct table_hint hint;
    const struct table *table; /* NULL: refused */
    struct arena arena;
    struct diags diags;
};

struct table_work {
    int root;
    struct LIST_OF(struct table_job) jobs;
};

static const struct {
    struct str path;
    enum table_kind kind;
} canonical[] = {
    {STR_CONST("registry/clusters.csv"), KIND_CLUSTER},
    {STR_CONST("registry/provinces.csv"), KIND_PROVINCE},
    {STR_CONST("registry/districts.csv"), KIND_DISTRICT},
    {STR_CONST("registry/laos.csv"), KIND_LAO},
    {STR_CONST("reports/*.csv"), KIND_REPORT},
    {STR_CONST("snapshots/*.csv"), KIND_SNAPSHOT},
};

/* KIND_COUNT when the file needs an entry in tables.yaml. */
static enum table_kind canonical_kind(struct str path)
{
    for (size_t i = 0; i < sizeof(canonical) / sizeof(canonical[0]); i++)
        if (tables_match(canonical[i].path, path))
            return canonical[i].kind;
    return KIND_COUNT;
}

static struct table_specs read_specs(struct loading *l, struct reader *r)
{
    struct str path = STR("tables.yaml");
    struct loaded_record file = {.ok = false};
    if (l->files[CLASS_TABLES].count)
        file = load_record(l->root, path, l->arena, l->diags);
    return file.ok ? tables_read(r, file.tree, path) : (struct table_specs){0};
}

/* Where the sheet of a file can be opened, for links from a finding to its cell; also by the
 * name that findings show (mask.h), unless it could be either of two. */
static void remember_link(struct loading *l, const struct table_spec *spec, struct str path)
{
    struct map *links = &l->site->sheet_links;
    struct str *link = arena_new(l->arena, struct str), shown = personal_mask(path, l->arena);
    *link = spec->sheet;
    if (link->len)
        map_put(links, path, link, l->arena);
    if (link->len && !str_eq(shown, path))
        map_put(links, shown, map_get(links, shown) ? arena_new(l->arena, struct str) : link,
                l->arena);
}

static void plan_table(struct loading *l, struct table_specs *specs, struct str path,
                       struct table_work *work)
{
    struct table_spec *spec = tables_spec_of(specs, path);
    enum table_kind kind = spec ? spec->kind : canonical_kind(path);
    if (kind == KIND_COUNT) {
        diag(l->diags, &model_rules[TABLES_NO_MAPPING], (struct pos){.file = path}, path);
        return;
    }
    if (spec) {
        spec->used = true;
        remember_link(l, spec, path);
    }
    *list_push(&work->jobs, l->arena) =
        (struct table_job){.path = path, .spec = spec, .kind = kind,
                           .hint = sheet_hint(l->site, spec, kind, l->arena)};
}

static void complain_unused(struct reader *r, const struct table_specs *specs)
{
    for (size_t i = 0; i < specs->count; i++)
        if (!specs->items[i].used)
            complain(r, TABLES_NO_FILE, specs->items[i].pos,
                     specs->items[i].files.items[0]);
}

static void parse_table(void *context, size_t index, unsigned worker)
{
    (void)worker;
    struct table_work *work = context;
    struct table_job *job = &work->jobs.items[index];
    job->diags = diags_on(&job->arena);
    struct loaded file =
        load_bytes(work->root, job->path, TABLE_FILE_MAX, &job->arena, &job->diags);
    if (file.ok)
        job->table = table_parse(job->path, file.bytes, &job->hint, &job->arena, &job->diags);
}

static void finish_table(struct loading *l, struct reader *r, struct table_job *job)
{
    diags_join(l->diags, &job->diags);
    arena_join(l->arena, &job->arena);
    struct sheet sheet;
    if (!job->table || !sheet_bind(r, job->table, job->spec, job->kind, &sheet))
        return;
    *list_push(&l->sheets[job->kind], l->arena) = sheet;
}

void load_tables(struct loading *l)
{
    struct reader r = loading_reader(l);
    struct table_specs specs = read_specs(l, &r);
    struct table_work work = {.root = l->root};
    for (size_t i = 0; i < l->files[CLASS_TABLE].count; i++)
        plan_table(l, &specs, l->files[CLASS_TABLE].items[i].path, &work);
    complain_unused(&r, &specs);
    pool_each(l->threads, work.jobs.count, parse_table, &work);
    for (size_t i = 0; i < work.jobs.count; i++)
        finish_table(l, &r, &work.jobs.items[i]);
}
