/* SPDX-License-Identifier: MIT */
/* What provinces and clusters say of themselves: the ministry's form of 2567. */
#include "model/inspect.h"
#include "model/loaders.h"
#include "model/take.h"

#define INTRO(member) .offset = offsetof(struct intro, member)
#define LINK_OF(list, member) ITEM_OF(struct intro, list, struct link, member)
#define TEXT_OF(list) INTRO(list), .flags = FIELD_TEXT, .item = sizeof(struct text)

static const struct field_spec intro_specs[] = {
    {FIELD("slogan", take_text), INTRO(slogan),
     .flags = FIELD_TEXT}, /* first: provinces only */
    {FIELD("identity", take_text), INTRO(identity), .flags = FIELD_TEXT},
    {FIELD("intro", take_story), INTRO(story), .flags = FIELD_TEXT},
    {FIELD("goals.#", take_text), TEXT_OF(goals)},
    {FIELD("approach.#", take_text), TEXT_OF(approach)},
    {FIELD("indicators.#", take_text), TEXT_OF(indicators)},
    {FIELD("projects.#.name", take_text), LINK_OF(projects, title), .flags = FIELD_TEXT},
    {FIELD("projects.#.url", take_url), LINK_OF(projects, url)},
    {FIELD("website", take_url), INTRO(website)},
    {FIELD("phone", take_phone), INTRO(phone)},
    {FIELD("sources.#.title", take_text), LINK_OF(sources, title), .flags = FIELD_TEXT},
    {FIELD("sources.#.url", take_url), LINK_OF(sources, url)},
};
enum { INTRO_SPECS = sizeof(intro_specs) / sizeof(intro_specs[0]) };

static const struct field_table province_intro = {intro_specs, INTRO_SPECS};
static const struct field_table cluster_intro = {intro_specs + 1, INTRO_SPECS - 1};

static const struct intro *read_intro(struct loading *l, struct str path,
                                      const struct field_table *table)
{
    struct reader r = loading_reader(l);
    struct loaded_record file = load_record(l->root, path, l->arena, l->diags);
    if (!file.ok)
        return NULL;
    struct intro *intro = arena_new(l->arena, struct intro);
    intro->pos = file.record.pos;
    fields_resolve(&r, &file.record, table);
    inspect_record(&r, &file.record);
    fields_take(&r, &file.record, table, intro);
    return intro;
}

static struct cluster *cluster_of(const struct site *site, struct str number)
{
    struct str_int wanted = str_to_int(number);
    for (size_t i = 0; wanted.ok && i < site->clusters.count; i++)
        if (site->clusters.items[i]->number == wanted.value)
            return site->clusters.items[i];
    return NULL;
}

/* Gives `into` the file's introduction; NULL: the file belongs to nobody. A province is named
 * by its slug or its code, so two files may mean one. */
static void load_intro(struct loading *l, struct str path, const struct intro **into,
                       const struct field_table *table)
{
    struct pos pos = {.file = path};
    if (!into)
        diag(l->diags, &model_rules[FILE_ORPHAN], pos, file_stem(path));
    else if (*into)
        diag(l->diags, &model_rules[INTRO_TWICE], pos, path, (*into)->pos.file);
    else
        *into = read_intro(l, path, table);
}

void load_intros(struct loading *l)
{
    for (size_t i = 0; i < l->files[CLASS_PROVINCE].count; i++) {
        struct str path = l->files[CLASS_PROVINCE].items[i].path;
        struct province *province = map_get(&l->site->province_by_code, file_stem(path));
        load_intro(l, path, province ? &province->intro : NULL, &province_intro);
    }
    for (size_t i = 0; i < l->files[CLASS_CLUSTER].count; i++) {
        struct str path = l->files[CLASS_CLUSTER].items[i].path;
        struct cluster *cluster = cluster_of(l->site, file_stem(path));
        load_intro(l, path, cluster ? &cluster->intro : NULL, &cluster_intro);
    }
}
