/* SPDX-License-Identifier: MIT */
#include "model/snapshot.h"

const struct str snapshot_states[LAO_STATES] = {
    [STATE_NONE] = STR_CONST("state_none"),
    [STATE_HELD] = STR_CONST("state_held"),
    [STATE_WARNED] = STR_CONST("state_warned"),
    [STATE_LATE] = STR_CONST("state_late"),
    [STATE_PUBLISHED] = STR_CONST("state_published"),
};

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
        sums->laos += then ? then->laos : 0;
        for (size_t state = 0; then && state < LAO_STATES; state++)
            sums->states[state] += then->states[state];
    }
    return sums;
}

struct str snapshot_apart(const struct province *province, struct arena *arena)
{
    return str_cat(arena, province->code, STR("00"));
}
