/* SPDX-License-Identifier: MIT */
/*
 * Identities. One job per LAO that sent something: a row of a sheet, a YAML file, stories
 * beside it. First it is found whose each row is, one after the other (two of one LAO
 * must be compared); then all threads take jobs (jobs.h), joined in the order of keys.
 */
#include <stdlib.h>

#include "model/inspect.h"
#include "model/jobs.h"
#include "model/take_access.h"
#include "model/twice.h"

/* ---- jobs ---- */

struct identity_job {
    struct lao *lao;
    struct sendings rows;
    struct record *row; /* of these the one that counts; NULL: no sheet has it */
    struct str yaml;    /* empty: no file */
    struct str stories[LANG_MAX]; /* paths of <code>.<lang>.md */
    struct identity *identity;
};

struct identity_work {
    struct loading *l;
    struct map by_key; /* LAO's key → struct identity_job *, in the end sorted below */
    struct LIST_OF(struct identity_job *) jobs;
    bool *nothing_stated;
};

static struct identity_job *job_of(struct identity_work *work, struct lao *lao)
{
    struct identity_job *job = map_get(&work->by_key, lao->key);
    if (job)
        return job;
    job = arena_new(work->l->arena, struct identity_job);
    job->lao = lao;
    map_put(&work->by_key, lao->key, job, work->l->arena);
    *list_push(&work->jobs, work->l->arena) = job;
    return job;
}

/* ---- rows ---- */

static void add_row(struct identity_work *work, struct reader *r,
                    const struct sheet *sheet, const struct table_row *table_row)
{
    size_t before = r->diags->items.count;
    struct arena_mark mark = arena_mark(r->scratch);
    struct record row = sheet_key(r, sheet, table_row);
    struct lao *lao = find_lao(r, loading_finder(work->l), &row);
    arena_rewind(r->scratch, mark);
    if (!lao)
        return;
    reader_claim(r, before, lao->key);
    struct record *kept =
        arena_new(r->scratch, struct record); /* sheet_fill gives it fields */
    *kept = row;
    sendings_add(&job_of(work, lao)->rows,
                 (struct sending){.sent = row.sent, .pos = row.pos, .what = kept},
                 r->scratch);
}

static void add_rows(struct identity_work *work)
{
    struct reader r = loading_reader(work->l);
    for (size_t i = 0; i < work->l->sheets[KIND_IDENTITY].count; i++) {
        const struct sheet *sheet = &work->l->sheets[KIND_IDENTITY].items[i];
        for (size_t k = 0; k < sheet->table->rows.count; k++)
            add_row(work, &r, sheet, &sheet->table->rows.items[k]);
    }
}

/* ---- files ---- */

/* The LAO of a file named after it, or NULL after complaining. */
static struct lao *lao_of_file(struct loading *l, struct str path)
{
    struct reader r = loading_reader(l);
    struct str stem = file_stem(path);
    struct lao *lao = map_get(&l->site->lao_by_key, stem);
    if (lao)
        return lao;
    struct field field = {.path = STR("lao"), .text = stem, .pos = {.file = path}};
    lao = find_by_code(&r, &field);
    if (lao) /* seven digits: a right code, but not the name that everything else looks
                for */
        complain(&r, FILE_BAD_NAME, field.pos, path, lao->key);
    return lao;
}

static void complain_twice(struct loading *l, struct lao *lao, struct str path,
                           struct str before)
{
    struct reader r = loading_reader(l);
    l->diags->subject = lao->key;
    complain(&r, IDENTITY_TWICE, (struct pos){.file = path}, lao->key, before);
    l->diags->subject = STR("");
}

static void add_file(struct identity_work *work, struct str path)
{
    struct lao *lao = lao_of_file(work->l, path);
    if (!lao)
        return;
    struct identity_job *job = job_of(work, lao);
    if (job->yaml.len)
        complain_twice(work->l, lao, path, job->yaml);
    else
        job->yaml = path;
}

static void add_story(struct identity_work *work, struct str path)
{
    struct reader r = loading_reader(work->l);
    unsigned lang = site_lang(work->l->site, file_lang(path));
    if (lang == LANG_MAX) {
        complain(&r, FILE_NOT_READ, (struct pos){.file = path}, path);
        return;
    }
    struct identity_job *job = map_get(&work->by_key, file_stem(path));
    if (!job)
        complain(&r, FILE_ORPHAN, (struct pos){.file = path}, file_stem(path));
    else if (job->stories[lang].len)
        complain_twice(work->l, job->lao, path, job->stories[lang]);
    else
        job->stories[lang] = path;
}

static int compare_jobs(const void *a, const void *b)
{
    const struct identity_job *x = *(struct identity_job *const *)a;
    const struct identity_job *y = *(struct identity_job *const *)b;
    return str_compare(x->lao->key, y->lao->key);
}

static void plan_jobs(struct identity_work *work)
{
    struct loading *l = work->l;
    add_rows(work);
    for (size_t i = 0; i < l->files[CLASS_IDENTITY].count; i++)
        add_file(work, l->files[CLASS_IDENTITY].items[i].path);
    for (size_t i = 0; i < l->files[CLASS_STORY].count; i++)
        add_story(work, l->files[CLASS_STORY].items[i].path);
    if (work->jobs.count)
        qsort(work->jobs.items, work->jobs.count, sizeof(*work->jobs.items),
              compare_jobs);
}

/* ---- one job ---- */

/* `lao` in the file must be the file's own name. */
static void check_key(struct reader *r, const struct record *record,
                      const struct lao *lao)
{
    const struct field *field = record_find(record, STR("lao"));
    if (!field || field_is_blank(field, r->scratch)) {
        complain(r, FIELD_MISSING, record->pos, STR("lao"));
        return;
    }
    struct lao_code code = lao_code_parse(take_clean(r, field), r->scratch);
    if (!str_eq(code.key, lao->key))
        complain(r, LAO_CODE_DIFFERS, field->pos, field->text, lao->key);
}

/* Rows of different sheets may name a field in different ways. */
static void open_rows(struct reader *r, const struct sendings *rows)
{
    for (struct sending *s = rows->first; s; s = s->next) {
        sheet_fill(r, s->what);
        fields_resolve(r, s->what, &identity_fields);
    }
}

static void choose_row(struct reader *r, struct identity_job *job)
{
    struct sending *winner = sendings_winner(&job->rows);
    if (!winner)
        return;
    job->row = winner->what;
    open_rows(r, &job->rows);
    if (job->rows.first == job->rows.last)
        return;
    sendings_tell(r, &job->rows, winner, record_differences);
}

/* The row and the file as one record; false when nothing could be read. */
static bool read_record(struct reader *r, const struct identity_job *job, int root,
                        struct record *record)
{
    if (job->row)
        *record = *job->row;
    if (!job->yaml.len)
        return job->row != NULL;
    struct loaded_record file = load_record(root, job->yaml, r->scratch, r->diags);
    if (!file.ok) {
        record->pos = (struct pos){.file = job->yaml};
        return job->row != NULL;
    }
    check_key(r, &file.record, job->lao);
    fields_resolve(r, &file.record, &identity_fields);
    if (job->row)
        record_overlay(r, record, &file.record);
    else
        *record = file.record;
    return true;
}

/* A story beside the file; one inside it wins. */
static void read_story(struct inspection *in, const struct identity_job *job, int root,
                       unsigned lang)
{
    struct reader *r = in->r;
    static const struct field_spec spec = {FIELD("story", take_story),
                                           .flags = FIELD_TEXT};
    struct str path = job->stories[lang];
    struct story *story = &job->identity->story;
    if (story->html[lang].len) {
        complain(r, STORY_TWICE, (struct pos){.file = path}, path);
        return;
    }
    struct field field = {.path = STR("story"),
                          .spec = &spec,
                          .lang = lang,
                          .pos = {.file = path, .line = 1, .column = 1}};
    if (!load_text(root, path, r->scratch, r->diags, &field.text))
        return;
    inspect_story(in, field.path, field.text, field.pos);
    take_story(r, &field, story);
}

static bool is_described(const struct photo *photo)
{
    for (unsigned lang = 0; lang < LANG_MAX; lang++)
        if (photo->alt.in[lang].len)
            return true;
    return false;
}

static void check_photos(struct reader *r, const struct loading *l,
                         const struct record *record, const struct identity *identity)
{
    for (size_t i = 0; i < identity->photos.count; i++) {
        struct photo *photo = &identity->photos.items[i];
        struct str path = str_format(r->scratch, "media/%.*s/%.*s",
                                     STR_ARG(identity->lao->key), STR_ARG(photo->file));
        const struct field *field =
            record_find(record, str_format(r->scratch, "photos.%zu.file", i + 1));
        photo->pos = field ? field->pos : record->pos;
        photo->found = photo->file.len && map_get(&l->media, path);
        if (photo->file.len && !photo->found)
            complain(r, PHOTO_NO_FILE, photo->pos, photo->file, path);
        if (photo->file.len && !is_described(photo))
            complain(r, PHOTO_NO_ALT, photo->pos, photo->file);
    }
}

static void fill_identity(struct reader *r, const struct loading *l,
                          struct record *record, struct identity *identity)
{
    fields_take(r, record, &identity_fields, identity);
    struct place *place = &identity->place;
    place->located = take_coordinates(r, record, STR("place.lat"), STR("place.lon"),
                                      &place->lat, &place->lon);
    const struct field *lat = record_find(record, STR("place.lat"));
    if (!lat) /* both stood in the other's cell */
        lat = record_find(record, STR("place.lon"));
    if (place->located)
        place->pos = lat->pos;
    access_finish(r, record, identity);
    check_photos(r, l, record, identity);
}

static void keep_submissions(struct reader *r, const struct identity_job *job)
{
    for (const struct sending *s = job->rows.first; s; s = s->next)
        *list_push(&job->identity->submissions, r->arena) =
            (struct submission){((const struct record *)s->what)->round, s->sent};
}

/* What does not come from a field. A row without a date is as old as its time stamp. */
static void finish_identity(const struct identity_work *work, const struct record *record,
                            struct identity *identity)
{
    identity->pos = record->pos;
    identity->sent = record->sent;
    identity->round = record->round;
    if (date_is_none(identity->updated))
        identity->updated = record->sent.date;
    if (!identity->facilities)
        identity->facilities = work->nothing_stated;
}

static void read_identity(void *context, size_t index, struct reader *r)
{
    struct identity_work *work = context;
    const struct loading *l = work->l;
    struct identity_job *job = work->jobs.items[index];
    r->diags->subject = job->lao->key;
    struct record record = {.pos = {.file = job->yaml}};
    struct identity *identity = job->identity = arena_new(r->arena, struct identity);
    identity->lao = job->lao;
    choose_row(r, job);
    bool ok = read_record(r, job, l->root, &record);
    struct inspection in = inspect_begin(r, &record);
    inspect_fields(&in, &record);
    if (ok)
        fill_identity(r, l, &record, identity);
    for (unsigned lang = 0; lang < l->site->lang_count; lang++)
        if (job->stories[lang].len)
            read_story(&in, job, l->root, lang);
    inspect_end(&in);
    finish_identity(work, &record, identity);
    keep_submissions(r, job);
}

/* ---- all of them ---- */

/* Photos of nobody: media/<code>/ must be the key of an LAO. */
static void check_media(struct loading *l)
{
    for (size_t i = 0; i < l->files[CLASS_MEDIA].count; i++) {
        struct str path = l->files[CLASS_MEDIA].items[i].path;
        struct str key = str_cut(str_cut(path, '/').tail, '/').head;
        if (!map_get(&l->site->lao_by_key, key))
            diag(l->diags, &model_rules[FILE_ORPHAN], (struct pos){.file = path}, key);
    }
}

static void finish_jobs(struct identity_work *work, const struct diags *told)
{
    struct loading *l = work->l;
    for (size_t i = 0; i < work->jobs.count; i++) {
        struct identity_job *job = work->jobs.items[i];
        diags_join(l->diags, &told[i]);
        job->lao->identity = job->identity;
        *list_push(&l->site->identities, l->arena) = job->identity;
    }
}

void load_identities(struct loading *l)
{
    struct identity_work *work = arena_new(l->arena, struct identity_work);
    const struct vocabulary *v = &l->site->vocabulary;
    work->l = l;
    work->nothing_stated = arena_many(l->arena, v->facilities.count, bool);
    plan_jobs(work);
    finish_jobs(work, loading_each(l, work->jobs.count, read_identity, work));
    check_future(l);
    check_media(l);
}
