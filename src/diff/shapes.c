/* SPDX-License-Identifier: MIT */
/* The names that templates/diff.html can use. */
#include "diff/page.h"
#include "diff/words.h"

static const struct slot site_slots[] = {
    SLOT(diff_site_view, label, VALUE_TEXT),       SLOT(diff_site_view, path, VALUE_TEXT),
    SLOT(diff_site_view, entries, VALUE_TEXT),     SLOT(diff_site_view, held, VALUE_TEXT),
    SLOT(diff_site_view, fingerprint, VALUE_TEXT),
};
const struct shape diff_site_shape = SHAPE("site", diff_site_view, site_slots);

static const struct slot count_slots[] = {
    SLOT(diff_count_view, kind, VALUE_TEXT),
    SLOT(diff_count_view, label, VALUE_TEXT),
    SLOT(diff_count_view, count, VALUE_TEXT),
};
const struct shape diff_count_shape = SHAPE("count", diff_count_view, count_slots);

static const struct slot change_slots[] = {
    SLOT(diff_change_view, field, VALUE_TEXT),
    SLOT(diff_change_view, field_lang, VALUE_TEXT),
    SLOT(diff_change_view, start, VALUE_TEXT),
    SLOT(diff_change_view, before, VALUE_TEXT),
    SLOT(diff_change_view, after, VALUE_TEXT),
    SLOT(diff_change_view, end, VALUE_TEXT),
    SLOT(diff_change_view, was, VALUE_BOOL),
    SLOT(diff_change_view, is, VALUE_BOOL),
    SLOT(diff_change_view, value_lang, VALUE_TEXT),
};
const struct shape diff_change_shape = SHAPE("change", diff_change_view, change_slots);

static const struct slot addresses_slots[] = {
    SLOT(diff_addresses_view, count, VALUE_TEXT),
    SLOT(diff_addresses_view, before, VALUE_TEXT),
    SLOT(diff_addresses_view, after, VALUE_TEXT),
};
const struct shape diff_addresses_shape =
    SHAPE("addresses", diff_addresses_view, addresses_slots);

static const struct slot place_slots[] = {
    SLOT(diff_place_view, label, VALUE_TEXT),
    SLOT(diff_place_view, code, VALUE_TEXT),
    SLOT(diff_place_view, name, VALUE_TEXT),
    SLOT(diff_place_view, name_lang, VALUE_TEXT),
    SLOT_OF(diff_place_view, changes, VALUE_LIST, &diff_change_shape),
};
const struct shape diff_place_shape = SHAPE("place", diff_place_view, place_slots);

static const struct slot host_slots[] = {
    SLOT(diff_host_view, name, VALUE_TEXT),
    SLOT(diff_host_view, where, VALUE_TEXT),
};
const struct shape diff_host_shape = SHAPE("host", diff_host_view, host_slots);

static const struct slot tally_slots[] = {
    SLOT(diff_tally_view, name, VALUE_TEXT),
    SLOT(diff_tally_view, name_lang, VALUE_TEXT),
    SLOT(diff_tally_view, before, VALUE_TEXT),
    SLOT(diff_tally_view, after, VALUE_TEXT),
    SLOT(diff_tally_view, difference, VALUE_TEXT),
    SLOT(diff_tally_view, added, VALUE_TEXT),
    SLOT(diff_tally_view, changed, VALUE_TEXT),
    SLOT(diff_tally_view, removed, VALUE_TEXT),
    SLOT(diff_tally_view, count, VALUE_TEXT),
};
const struct shape diff_tally_shape = SHAPE("tally", diff_tally_view, tally_slots);

static const struct slot entry_slots[] = {
    SLOT(diff_entry_view, code, VALUE_TEXT),
    SLOT(diff_entry_view, lao, VALUE_TEXT),
    SLOT(diff_entry_view, lao_lang, VALUE_TEXT),
    SLOT(diff_entry_view, name, VALUE_TEXT),
    SLOT(diff_entry_view, name_lang, VALUE_TEXT),
    SLOT(diff_entry_view, summary, VALUE_TEXT),
    SLOT(diff_entry_view, summary_lang, VALUE_TEXT),
    SLOT(diff_entry_view, state, VALUE_TEXT),
    SLOT_OF(diff_entry_view, changes, VALUE_LIST, &diff_change_shape),
    SLOT(diff_entry_view, is_changed, VALUE_BOOL),
};
const struct shape diff_entry_shape = SHAPE("entry", diff_entry_view, entry_slots);

static const struct slot group_slots[] = {
    SLOT(diff_group_view, name, VALUE_TEXT),
    SLOT(diff_group_view, name_lang, VALUE_TEXT),
    SLOT_OF(diff_group_view, entries, VALUE_LIST, &diff_entry_shape),
};
const struct shape diff_group_shape = SHAPE("group", diff_group_view, group_slots);

static const struct slot list_slots[] = {
    SLOT(diff_list_view, kind, VALUE_TEXT),
    SLOT(diff_list_view, label, VALUE_TEXT),
    SLOT(diff_list_view, count, VALUE_TEXT),
    SLOT_OF(diff_list_view, groups, VALUE_LIST, &diff_group_shape),
};
const struct shape diff_list_shape = SHAPE("list", diff_list_view, list_slots);

static const struct slot root_slots[] = {
    SLOT_OF(diff_root, t, VALUE_MAP, &diff_words_shape),
    SLOT(diff_root, lang, VALUE_TEXT),
    SLOT(diff_root, style, VALUE_HTML),
    SLOT(diff_root, style_hash, VALUE_TEXT),
    SLOT(diff_root, look, VALUE_HTML),
    SLOT(diff_root, look_hash, VALUE_TEXT),
    SLOT(diff_root, site_title, VALUE_TEXT),
    SLOT(diff_root, site_title_lang, VALUE_TEXT),
    SLOT(diff_root, same, VALUE_BOOL),
    SLOT(diff_root, same_entries, VALUE_BOOL),
    SLOT_OF(diff_root, sites, VALUE_LIST, &diff_site_shape),
    SLOT_OF(diff_root, totals, VALUE_LIST, &diff_count_shape),
    SLOT(diff_root, notes, VALUE_LIST),
    SLOT_OF(diff_root, site, VALUE_LIST, &diff_change_shape),
    SLOT_OF(diff_root, addresses, VALUE_MAP, &diff_addresses_shape),
    SLOT_OF(diff_root, places, VALUE_LIST, &diff_place_shape),
    SLOT_OF(diff_root, hosts_added, VALUE_LIST, &diff_host_shape),
    SLOT_OF(diff_root, hosts_removed, VALUE_LIST, &diff_host_shape),
    SLOT_OF(diff_root, fields, VALUE_LIST, &diff_tally_shape),
    SLOT_OF(diff_root, provinces, VALUE_LIST, &diff_tally_shape),
    SLOT_OF(diff_root, total, VALUE_MAP, &diff_tally_shape),
    SLOT_OF(diff_root, unchanged, VALUE_LIST, &diff_tally_shape),
    SLOT_OF(diff_root, files, VALUE_LIST, &diff_count_shape),
    SLOT_OF(diff_root, parts, VALUE_LIST, &diff_count_shape),
    SLOT(diff_root, parts_more, VALUE_TEXT),
    SLOT_OF(diff_root, lists, VALUE_LIST, &diff_list_shape),
    SLOT(diff_root, signers, VALUE_LIST),
    SLOT(diff_root, has_notes, VALUE_BOOL),
    SLOT(diff_root, has_hosts, VALUE_BOOL),
    SLOT(diff_root, has_new_hosts, VALUE_BOOL),
    SLOT(diff_root, has_gone_hosts, VALUE_BOOL),
    SLOT(diff_root, has_site, VALUE_BOOL),
    SLOT(diff_root, has_site_changes, VALUE_BOOL),
    SLOT(diff_root, has_unchanged, VALUE_BOOL),
    SLOT(diff_root, has_fields, VALUE_BOOL),
    SLOT(diff_root, has_files, VALUE_BOOL),
    SLOT(diff_root, has_parts, VALUE_BOOL),
    SLOT(diff_root, has_prints, VALUE_BOOL),
};
const struct shape diff_page_shape = SHAPE("diff", diff_root, root_slots);
