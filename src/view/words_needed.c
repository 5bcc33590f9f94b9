/* SPDX-License-Identifier: MIT */
/*
 * The words that the views use by themselves. A template's words are found when it is
 * bound; these would be printed as their keys, on a thousand pages, without a finding.
 */
#include "view/column.h"

static const struct {
    const char *under, *keys; /* keys with blanks between */
} needed[] = {
    {"access", "checked description heading not_checked stale totals"},
    {"access_by", "nobody lao province association visitor"},
    {"access_method", "unknown measured seen reported document"},
    {"chart", "label million"},
    {"check",
     "description description_of field_in group heading heading_of mend_count more of"
     " whole"},
    {"check_field",
     "category name summary story tags location directions hours fee contact"
     " photo sources"},
    {"check_state", "none held published"},
    {"cluster", "description"},
    {"map", "astray missing range scale title"},
    {"contact", "phone email line facebook tiktok website"},
    {"count", "entries missing with_access without_access"},
    {"data", "identities reports coverage progress rounds figures of_province"},
    {"day", "1 2 3 4 5 6 7"},
    {"embed", "title text"},
    {"entry", "distance otop photo_with"},
    {"filter", "wheelchair"},
    {"format", "and calendar comma date group locale month time"},
    {"home", "totals"},
    {"hours", "always closed every_day range span"},
    {"lang", "choose enter name"},
    {"lao_full", "pao city town subdistrict sao pattaya bangkok"},
    {"measure", "cm m number slope at_least at_most about"},
    {"missing", "heading text"},
    {"month", "1 2 3 4 5 6 7 8 9 10 11 12"},
    {"month_short", "1 2 3 4 5 6 7 8 9 10 11 12"},
    {"nav", "access check home near progress regions search"},
    {"near", "description heading without"},
    {"offline", "heading description size"},
    {"place",
     "province bangkok district bangkok_district cluster in_province label_in totals"},
    {"progress", "description description_of heading heading_of left_out nation whole"},
    {"progress_held", "access figures language photos starter"},
    {"progress_round", "on_time late undated missing"},
    {"progress_state", "published late warned held none"},
    {"regions", "description heading"},
    {"rules", "description heading"},
    {"search", "description heading"},
    {"share", "email facebook line tag_on x"},
    {"state", "unknown yes limited no na"},
    {"sums", "by_cluster by_district by_region from income months no_field over total"
             " visitors year"},
    {"trend", "label title"},
    {"trip", "heading description"},
    {"visit", "all_year map_app"},
    {"wheelchair", "unknown yes limited no na"},
};

/* Language 0 is enough: the model gives the others whatever it has. */
static void check_word(const struct site *site, const char *under, struct str key,
                       struct arena *arena, struct diags *diags)
{
    struct str word = str_format(arena, "%s.%.*s", under, STR_ARG(key));
    struct pos pos = {.file =
                          str_format(arena, "words/%.*s.yaml", STR_ARG(site->langs[0]))};
    if (!map_get(&site->words[0], word))
        diag(diags, &view_rules[VIEW_WORD_NEEDED], pos, word);
}

static void check_columns(const struct site *site, const struct column_table *table,
                          struct arena *arena, struct diags *diags)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct column *column = &table->columns[i];
        check_word(site, "column", str_from(column->about ? column->about : column->name),
                   arena, diags);
    }
}

void words_check(const struct site *site, struct arena *arena, struct diags *diags)
{
    for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++)
        for (struct cut cut = {.tail = str_from(needed[i].keys), .ok = true}; cut.ok;) {
            cut = str_cut(cut.tail, ' ');
            check_word(site, needed[i].under, cut.head, arena, diags);
        }
    for (size_t i = 0; i < TABLE_COUNT; i++)
        check_columns(site, column_tables[i], arena, diags);
}
