/* SPDX-License-Identifier: MIT */
#include "model/snapshot.h"

const struct str snapshot_states[LAO_STATES] = {
    [STATE_NONE] = STR_CONST("state_none"),
    [STATE_HELD] = STR_CONST("state_held"),
    [STATE_WARNED] = STR_CONST("state_warned"),
    [STATE_LATE] = STR_CONST("state_late"),
    [STATE_PUBLISHED] = STR_CONST("state_published"),
};

struct date snapshot_month(struct str text, struct arena *scratch)
{
    struct date_read read = date_parse_month(text, scratch);
    bool fits = read.error == DATE_OK && str_eq(date_iso(read.date, scratch), text);
    return fits ? read.date : (struct date){0};
}

void snapshot_add(struct coverage *sums, const struct coverage *more)
{
    sums->laos += more->laos;
    for (size_t state = 0; state < LAO_STATES; state++)
        sums->states[state] += more->states[state];
}

size_t snapshot_earlier(const struct site *site)
{
    struct date now = site->updated;
    now.day = 0;
    size_t count = 0;
    while (count < site->snapshots.count &&
           date_compare(site->snapshots.items[count]->month, now) < 0)
        count++;
    return count;
}

const struct snapshot *snapshot_before(const struct site *site)
{
    size_t earlier = snapshot_earlier(site);
    return earlier ? site->snapshots.items[earlier - 1] : NULL;
}

const struct coverage *snapshot_place(const struct snapshot *snapshot, struct str code)
{
    return map_get(&snapshot->places, code);
}

const struct coverage *snapshot_provinces(const struct snapshot *snapshot,
                                          const struct provinces *provinces,
                                          struct arena *arena)
{
    struct coverage *sums = arena_new(arena, struct coverage);
    for (size_t i = 0; i < provinces->count; i++) {
        const struct province *province = provinces->items[i];
        const struct coverage *then = snapshot_place(snapshot, province->code);
        if (!then && province->coverage->laos)
            return NULL;
        if (then)
            snapshot_add(sums, then);
    }
    return sums;
}

struct str snapshot_apart(const struct province *province, struct arena *arena)
{
    return str_cat(arena, province->code, STR("00"));
}
