/* SPDX-License-Identifier: MIT */
#include "model/mask.h"

#include "text/personal.h"

/* What the entry that a finding is about allows, and what the site does. */
static struct strs allowed_for(const struct site *site, struct str subject,
                               struct arena *scratch)
{
    static const struct strs nothing = {0};
    struct strs all = {0};
    const struct lao *lao = map_get(&site->lao_by_key, subject);
    const struct strs *own = lao && lao->identity ? &lao->identity->allow : &nothing;
    for (size_t i = 0; i < own->count; i++)
        *list_push(&all, scratch) = own->items[i];
    for (size_t i = 0; i < site->settings.allow.count; i++)
        *list_push(&all, scratch) = site->settings.allow.items[i];
    return all;
}

/* Where a sheet has no header row its first row of data is taken for one: nobody allowed it. */
static void mask_finding(struct finding *finding, const struct site *site,
                         struct arena *arena, struct arena *scratch)
{
    struct strs seen = allowed_for(site, finding->subject, scratch);
    for (size_t i = 0; i < DIAG_ARGS; i++)
        finding->args[i] =
            personal_mask_but(finding->args[i], seen.items, seen.count, arena);
    finding->pos.header = personal_mask(finding->pos.header, arena);
}

void mask_findings(struct diags *diags, const struct site *site, struct arena *arena)
{
    struct arena scratch = {0};
    for (size_t i = 0; i < diags->items.count; i++) {
        struct arena_mark mark = arena_mark(&scratch);
        mask_finding(&diags->items.items[i], site, arena, &scratch);
        arena_rewind(&scratch, mark);
    }
    arena_release(&scratch);
}
