/* SPDX-License-Identifier: MIT */
#include "model/mask.h"

#include "model/load.h"
#include "model/rules.h"
#include "text/personal.h"

/* ---- what may be seen ---- */

struct masking {
    const struct site *site;
    struct map unused; /* "subject value" of what `allow` names and nothing has */
    struct arena *arena, *scratch;
};

static struct str unused_key(struct str subject, struct str value, struct arena *arena)
{
    return str_cat(arena, subject, STR(" "), value);
}

static bool is_unused_note(const struct finding *finding)
{
    return finding->rule == &model_rules[ALLOW_UNUSED];
}

static void note_unused(struct masking *m, const struct diags *diags)
{
    for (size_t i = 0; i < diags->items.count; i++) {
        const struct finding *finding = &diags->items.items[i];
        if (is_unused_note(finding))
            map_put(&m->unused, unused_key(finding->subject, finding->args[0], m->arena), m,
                    m->arena);
    }
}

/* Of a list, what something in the entry, or the site, has: nobody sees the others. */
static void add_used(struct masking *m, struct strs *all, const struct strs *list,
                     struct str subject)
{
    for (size_t i = 0; i < list->count; i++)
        if (!map_get(&m->unused, unused_key(subject, list->items[i], m->scratch)))
            *list_push(all, m->scratch) = list->items[i];
}

/* What the entry that a finding is about allows, and what the site does. */
static struct strs allowed_for(struct masking *m, const struct finding *finding)
{
    struct strs all = {0};
    const struct lao *lao = map_get(&m->site->lao_by_key, finding->subject);
    if (is_unused_note(finding))
        return all;
    if (lao && lao->identity)
        add_used(m, &all, &lao->identity->allow, finding->subject);
    add_used(m, &all, &m->site->settings.allow, STR(""));
    return all;
}

/* ---- masking ---- */

/* Where a sheet has no header row its first row of data is taken for one: nobody allowed it. */
static void mask_finding(struct masking *m, struct finding *finding)
{
    struct strs seen = allowed_for(m, finding);
    for (size_t i = 0; i < DIAG_ARGS; i++)
        finding->args[i] =
            personal_mask_but(finding->args[i], seen.items, seen.count, m->arena);
    finding->pos.header = personal_mask(finding->pos.header, m->arena);
    finding->pos.file = personal_mask(finding->pos.file, m->arena);
}

void mask_findings(struct diags *diags, const struct site *site, struct arena *arena)
{
    struct arena scratch = {0};
    struct masking m = {.site = site, .arena = arena, .scratch = &scratch};
    note_unused(&m, diags);
    for (size_t i = 0; i < diags->items.count; i++) {
        struct arena_mark mark = arena_mark(&scratch);
        mask_finding(&m, &diags->items.items[i]);
        arena_rewind(&scratch, mark);
    }
    arena_release(&scratch);
}
