/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include "base/hash.h"

enum { SLOTS_FIRST = 16 };

/* The slot that holds the key, or the free one where it belongs. */
static size_t find_slot(const struct map *map, struct str key, uint64_t hash)
{
    size_t mask = map->slot_count - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        if (!map->slots[at])
            return at;
        const struct map_entry *entry = &map->entries.items[map->slots[at] - 1];
        if (entry->hash == hash && str_eq(entry->key, key))
            return at;
    }
}

static void rebuild(struct map *map, size_t slot_count, struct arena *arena)
{
    map->slots = arena_many(arena, slot_count, uint32_t);
    map->slot_count = slot_count;
    for (size_t i = 0; i < map->entries.count; i++) {
        const struct map_entry *entry = &map->entries.items[i];
        map->slots[find_slot(map, entry->key, entry->hash)] = (uint32_t)i + 1;
    }
}

void *map_get(const struct map *map, struct str key)
{
    if (!map->slot_count)
        return NULL;
    uint32_t index = map->slots[find_slot(map, key, hash_64(key))];
    return index ? map->entries.items[index - 1].value : NULL;
}

void *map_put(struct map *map, struct str key, void *value, struct arena *arena)
{
    if ((map->entries.count + 1) * 4 > map->slot_count * 3)
        rebuild(map, map->slot_count ? map->slot_count * 2 : SLOTS_FIRST, arena);
    uint64_t hash = hash_64(key);
    size_t at = find_slot(map, key, hash);
    if (map->slots[at]) {
        struct map_entry *entry = &map->entries.items[map->slots[at] - 1];
        void *before = entry->value;
        entry->value = value;
        return before;
    }
    *list_push(&map->entries, arena) = (struct map_entry){key, value, hash};
    map->slots[at] = (uint32_t)map->entries.count;
    return NULL;
}
