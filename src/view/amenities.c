/* SPDX-License-Identifier: MIT */
#include "view/amenities.h"

#include "view/access.h"

static const struct slot amenity_slots[] = {
    SLOT(amenity_view, name, VALUE_TEXT),   SLOT(amenity_view, id, VALUE_TEXT),
    SLOT(amenity_view, since, VALUE_TEXT),  SLOT(amenity_view, yes, VALUE_BOOL),
    SLOT(amenity_view, no, VALUE_BOOL),     SLOT(amenity_view, text, VALUE_TEXT),
    SLOT(amenity_view, number, VALUE_TEXT), SLOT(amenity_view, unit, VALUE_TEXT),
    SLOT(amenity_view, first, VALUE_BOOL),
};
const struct shape amenity_shape = SHAPE("amenity", amenity_view, amenity_slots);

static void fill_amenity_value(const struct view *view, const struct page *page,
                               const struct feature *feature,
                               const struct access_value *value, struct amenity_view *v,
                               struct arena *arena)
{
    static const char *const units[] = {[FEATURE_CM] = "CMT", [FEATURE_M] = "MTR"};
    bool exact = !value->bound || value->bound == '=';
    switch (exact ? feature->type : FEATURE_TEXT) { /* "at least 90 cm" is no 90 */
    case FEATURE_STATE:
        v->yes = value_bool(value->state == ACCESS_YES);
        v->no = value_bool(value->state == ACCESS_NO);
        if (value->state == ACCESS_LIMITED)
            v->text = value_text(STR("limited"));
        break;
    case FEATURE_CM:
    case FEATURE_M:
        v->unit = value_text(str_from(units[feature->type]));
        v->number = value_int(value->number, arena);
        break;
    case FEATURE_NUMBER:
    case FEATURE_1X: v->number = value_int(value->number, arena); break;
    case FEATURE_OPTION:
    case FEATURE_LANGS:
    case FEATURE_TEXT:
        v->text = value_text(access_text(view, page->lang, feature, value, arena));
    }
}

/* An option without a label has no word to be told by. */
static bool says_something(const struct amenity_view *v)
{
    return value_is_true(&v->yes) || value_is_true(&v->no) || v->text.kind ||
           v->number.kind;
}

struct value view_amenities(const struct view *view, const struct page *page,
                            struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    const struct access *access = &page->lao->identity->access;
    struct str terms = link_absolute(
        view->site, path_fixed(view->site, page->lang, STR("access"), arena), arena);
    bool is_fact = access->stated && !view->site->settings.demo;
    LIST(struct value) values = {0};
    for (size_t i = 0; is_fact && i < vocabulary->features.count; i++) {
        const struct feature *feature = &vocabulary->features.items[i];
        const struct access_value *value = access_at(access, feature);
        bool applies =
            value->known && (feature->type != FEATURE_STATE || value->state != ACCESS_NA);
        if (!applies)
            continue;
        struct amenity_view *v = value_struct(amenity_view, arena);
        v->name = value_text(view_pick(view, page->lang, &feature->label, NULL));
        v->first = value_bool(values.count == 0);
        if (terms.len)
            v->id = value_text(str_cat(arena, terms, STR("#"), feature->key));
        if (!date_is_none(access->checked))
            v->since = value_text(date_iso(access->checked, arena));
        fill_amenity_value(view, page, feature, value, v, arena);
        if (says_something(v))
            *list_push(&values, arena) = value_map(v, &amenity_shape);
    }
    return value_list(values.items, values.count);
}
