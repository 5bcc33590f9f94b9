/* SPDX-License-Identifier: MIT */
/* The entry: what one LAO is proud of, in the order of site.md, "The entry page". */
#include "base/number.h"
#include "model/nearest.h"
#include "model/phone.h"
#include "view/access.h"
#include "view/amenities.h"
#include "view/hours_prose.h"
#include "view/keep.h"
#include "view/kinds.h"
#include "view/photo.h"
#include "view/place.h"
#include "view/share.h"
#include "view/sign.h"
#include "view/visit.h"
#include "view/weave.h"

/* One month's figures; a figure that was not reported is none, never 0. Bars are 0–100.
 */
struct figure_view {
    struct value month, visitors, visitors_bar, income, income_bar;
};
static const struct slot figure_slots[] = {
    SLOT(figure_view, month, VALUE_TEXT),        SLOT(figure_view, visitors, VALUE_TEXT),
    SLOT(figure_view, visitors_bar, VALUE_TEXT), SLOT(figure_view, income, VALUE_TEXT),
    SLOT(figure_view, income_bar, VALUE_TEXT),
};
static const struct shape figure_shape = SHAPE("figure", figure_view, figure_slots);

struct near_view {
    struct value card, distance;
};
static const struct slot near_slots[] = {
    SLOT_OF(near_view, card, VALUE_MAP, &card_shape),
    SLOT(near_view, distance, VALUE_TEXT),
};
static const struct shape near_shape = SHAPE("near", near_view, near_slots);

extern const struct shape entry_figures_shape, entry_nearest_shape, entry_amenities_shape;
SHAPE_OF_SOME(entry_figures_shape, figures_slots, &figure_shape);
SHAPE_OF_SOME(entry_nearest_shape, nearest_slots, &near_shape);
SHAPE_OF_SOME(entry_amenities_shape, amenities_slots, &amenity_shape);

struct entry_root {
    struct base_view base;
    struct value code, category_key, weave, name_local, category, lao, district, province,
        summary, story, untranslated, visit, buy, otop, access, ask, facilities, safety,
        videos, hashtags, has_hashtags, share, qr, sign, figures, nearest, previous, next, sources,
        correction_url, is_attraction, is_historic, amenities, website, access_href, keep,
        earlier_figures, photo, more_photos;
};
static const struct slot entry_slots[] = {
    SLOT(entry_root, code, VALUE_TEXT),
    SLOT(entry_root, category_key, VALUE_TEXT),
    SLOT(entry_root, weave, VALUE_HTML), /* none where a photo stands */
    SLOT_OF(entry_root, photo, VALUE_MAP, &photo_shape),
    SLOT_OF(entry_root, more_photos, VALUE_MAP, &some_photos_shape),
    SLOT_OF(entry_root, name_local, VALUE_MAP, &phrase_shape),
    SLOT_OF(entry_root, category, VALUE_MAP, &tally_shape),
    SLOT_OF(entry_root, lao, VALUE_MAP, &phrase_shape),
    SLOT_OF(entry_root, district, VALUE_MAP, &tally_shape),
    SLOT_OF(entry_root, province, VALUE_MAP, &tally_shape),
    SLOT_OF(entry_root, summary, VALUE_MAP, &phrase_shape),
    SLOT_OF(entry_root, story, VALUE_MAP, &prose_shape),
    SLOT(entry_root, untranslated, VALUE_BOOL),
    SLOT_OF(entry_root, visit, VALUE_MAP, &visit_shape),
    SLOT_OF(entry_root, buy, VALUE_MAP, &some_sources_shape),
    SLOT(entry_root, otop, VALUE_TEXT),
    SLOT_OF(entry_root, access, VALUE_MAP, &access_shape),
    SLOT_OF(entry_root, ask, VALUE_MAP, &nav_shape),
    SLOT_OF(entry_root, facilities, VALUE_MAP, &some_phrases_shape),
    SLOT_OF(entry_root, safety, VALUE_MAP, &phrase_shape),
    SLOT_OF(entry_root, videos, VALUE_MAP, &some_sources_shape),
    SLOT_OF(entry_root, hashtags, VALUE_LIST, &hashtag_shape),
    SLOT(entry_root, has_hashtags, VALUE_BOOL),
    SLOT_OF(entry_root, share, VALUE_LIST, &nav_shape),
    SLOT_OF(entry_root, qr, VALUE_MAP, &qr_shape),
    SLOT_OF(entry_root, sign, VALUE_MAP, &sign_shape),
    SLOT_OF(entry_root, figures, VALUE_MAP, &entry_figures_shape),
    SLOT_OF(entry_root, nearest, VALUE_MAP, &entry_nearest_shape),
    SLOT_OF(entry_root, previous, VALUE_MAP, &card_shape),
    SLOT_OF(entry_root, next, VALUE_MAP, &card_shape),
    SLOT_OF(entry_root, sources, VALUE_MAP, &some_sources_shape),
    SLOT(entry_root, correction_url, VALUE_TEXT),
    SLOT(entry_root, is_attraction, VALUE_BOOL),
    SLOT(entry_root, is_historic, VALUE_BOOL),
    SLOT_OF(entry_root, amenities, VALUE_MAP, &entry_amenities_shape),
    SLOT(entry_root, website, VALUE_TEXT),
    SLOT(entry_root, access_href, VALUE_TEXT),
    SLOT_OF(entry_root, keep, VALUE_MAP, &keep_shape),
    SLOT(entry_root, earlier_figures, VALUE_TEXT), /* where the months are that are not shown */
};

/* ---- who and where ---- */

/* Its name, summary or story is there, but not in this language: said before it is shown.
 */
static bool is_untranslated(const struct identity *identity, unsigned lang)
{
    const struct str *parts[] = {identity->name.in, identity->summary.in,
                                 identity->story.html};
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
        if (parts[i][0].len && !parts[i][lang].len)
            return true;
    return false;
}

static void fill_head(const struct view *view, const struct page *page,
                      struct entry_root *root, struct arena *arena)
{
    const struct identity *identity = page->lao->identity;
    struct str summary = view_pick(view, page->lang, &identity->summary, NULL);
    view_title(view, page, &root->base, &identity->name, summary, arena);
    root->base.title = value_text(share_title(view, page->lang, page->lao, arena));
    root->lao = view_phrase(view, page->lang, view_lao_name(view, page->lao), arena);
    if (page->lang && identity->name.in[page->lang].len)
        root->name_local =
            view_phrase_in(view, page->lang, identity->name.in[0], 0, arena);
    root->untranslated = value_bool(is_untranslated(identity, page->lang));
}

static void fill_crumbs(const struct view *view, const struct page *page,
                        struct entry_root *root, struct arena *arena)
{
    const struct site *site = view->site;
    const struct lao *lao = page->lao;
    struct view_step trail[3];
    size_t count = 0;
    trail[count++] = (struct view_step){
        lao->province->name, path_province(site, page->lang, lao->province, arena)};
    if (lao->district)
        trail[count++] = (struct view_step){
            lao->district->name, path_district(site, page->lang, lao->district, arena)};
    trail[count++] = (struct view_step){lao->identity->name, page->path};
    view_crumbs(view, page, &root->base, trail, count, arena);
}

static void fill_where(const struct view *view, const struct page *page,
                       struct entry_root *root, struct arena *arena)
{
    const struct lao *lao = page->lao;
    const struct category *category = lao->identity->category;
    root->code = value_text(lao->key);
    root->category_key = value_text(category->key);
    root->category = view_tally(
        view, page, view_phrase(view, page->lang, &category->label, arena),
        path_province_part(view->site, page->lang, lao->province, category->key, arena),
        view_count(lao->province->coverage, category), category->key, arena);
    root->province = place_province(view, page, arena);
    if (!lao->district)
        return;
    const struct text *district = view_district_name(view, lao->district);
    root->district =
        view_tally(view, page, view_phrase(view, page->lang, district, arena),
                   path_district(view->site, page->lang, lao->district, arena),
                   lao->district->entries.count, lao->district->code, arena);
}

/* ---- what is seen ---- */

static void fill_picture(const struct view *view, const struct page *page,
                         struct entry_root *root, struct arena *arena)
{
    root->photo = view_photo(view, page, arena);
    if (root->photo.kind == VALUE_NONE) {
        root->weave = value_html(weave_svg(page->lao->key, arena));
        return;
    }
    root->more_photos = view_more_photos(view, page, arena);
    root->base.own_card = view->site->settings.base_url.len ? root->photo : root->base.own_card;
}

/* ---- the entry's own words ---- */

static struct value view_facilities(const struct view *view, const struct page *page,
                                    struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    const bool *has = page->lao->identity->facilities;
    LIST(struct value) values = {0};
    for (size_t i = 0; has && i < vocabulary->facilities.count; i++)
        if (has[i])
            *list_push(&values, arena) = view_phrase(
                view, page->lang, &vocabulary->facilities.items[i].label, arena);
    return view_some(value_list(values.items, values.count), &some_phrases_shape, arena);
}

/* Whom to ask about access: who is named for it, else the entry's phone, else a website. */
static struct value view_ask(const struct view *view, const struct page *page,
                             struct arena *arena)
{
    const struct identity *identity = page->lao->identity;
    const struct access_value *named =
        access_value_of(view->site, &identity->access, "people.contact");
    struct str phone = named ? view_pick(view, page->lang, &named->words, NULL)
                             : identity->contact.phone;
    struct str website = identity->contact.website.len ? identity->contact.website
                                                       : page->lao->website;
    if (!phone.len && !website.len)
        return (struct value){0};
    struct nav_view *v = value_struct(nav_view, arena);
    v->text = value_text(phone.len ? phone : view_host(website));
    if (!phone.len)
        v->href = value_text(website);
    else if (phone_digits(phone_number(phone)) > 0)
        v->href = value_text(view_phone_href(phone, arena)); /* else it names an office */
    return value_map(v, &nav_shape);
}

static void fill_words(const struct view *view, const struct page *page,
                       struct entry_root *root, struct arena *arena)
{
    const struct identity *identity = page->lao->identity;
    const struct words *words = &view->words[page->lang];
    root->summary = view_phrase(view, page->lang, &identity->summary, arena);
    root->story = view_prose(view, page->lang, &identity->story, arena);
    root->visit = view_visit(view, page, page->lao, arena);
    root->buy = view_links(view, page->lang, &identity->buy, arena);
    if (identity->otop_stars)
        root->otop =
            value_text(words_count(words, "entry.otop", identity->otop_stars, arena));
    root->access = view_access(view, page, page->lao, arena);
    root->ask = view_ask(view, page, arena);
    root->facilities = view_facilities(view, page, arena);
    root->safety = view_phrase(view, page->lang, &identity->safety, arena);
    root->videos = view_links(view, page->lang, &identity->videos, arena);
    root->sources = view_links(view, page->lang, &identity->sources, arena);
    root->website = value_text(page->lao->website);
    root->access_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("access"), arena), arena);
}

/* ---- sharing and correcting ---- */

static void fill_share(const struct view *view, const struct page *page,
                       struct entry_root *root, struct arena *arena)
{
    const struct identity *identity = page->lao->identity;
    const struct settings *settings = &view->site->settings;
    root->hashtags = share_hashtags(view, page, identity, arena);
    root->has_hashtags = value_bool(identity->hashtags.count > 0);
    root->share = share_links(view, page,
                              view_pick(view, page->lang, &identity->name, NULL), arena);
    root->qr = sign_qr(view, page, arena);
    root->sign = view_sign(view, page, arena);
    root->correction_url = value_text(
        str_replace(settings->correction_url, STR("{code}"), page->lao->key, arena));
}

/* ---- figures ---- */

/* A year is shown: it has the seasons. What is older is in reports.csv. */
enum { MONTHS_SHOWN = 12 };

struct months {
    const struct report **items;
    size_t count;
};

static struct months months_shown(const struct lao *lao)
{
    size_t count = lao->report_count < MONTHS_SHOWN ? lao->report_count : MONTHS_SHOWN;
    return (struct months){lao->reports + lao->report_count - count, count};
}

static int64_t most(struct months months, bool income)
{
    int64_t most = 1;
    for (size_t i = 0; i < months.count; i++) {
        const struct report *report = months.items[i];
        int64_t figure = income ? report->income : report->visitors;
        most = figure > most ? figure : most;
    }
    return most;
}

static struct value bar(int64_t figure, int64_t most, struct arena *arena)
{
    return value_int((int64_t)((double)figure * 100 / (double)most), arena);
}

static struct value view_figures(const struct view *view, const struct page *page,
                                 struct arena *arena)
{
    const struct lao *lao = page->lao;
    const struct words *words = &view->words[page->lang];
    if (!view->site->settings.publish_reports || !lao->report_count)
        return (struct value){0};
    struct months months = months_shown(lao);
    int64_t most_visitors = most(months, false), most_income = most(months, true);
    struct value *values = arena_many(arena, months.count, struct value);
    for (size_t i = 0; i < months.count; i++) {
        const struct report *report = months.items[i];
        struct figure_view *v = value_struct(figure_view, arena);
        v->month = value_text(words_date(words, report->month, arena));
        if (report->has_visitors) {
            v->visitors = value_text(words_number(words, report->visitors, arena));
            v->visitors_bar = bar(report->visitors, most_visitors, arena);
        }
        if (report->has_income) {
            v->income = value_text(words_number(words, report->income, arena));
            v->income_bar = bar(report->income, most_income, arena);
        }
        values[i] = value_map(v, &figure_shape);
    }
    return view_some(value_list(values, months.count), &entry_figures_shape, arena);
}

/* Said below the figures, so only where there are some. */
static struct value earlier_figures(const struct view *view, const struct page *page,
                                    struct arena *arena)
{
    return page->lao->report_count > MONTHS_SHOWN
               ? view_href(view, page, STR("data/reports.csv"), arena)
               : (struct value){0};
}

/* ---- neighbours ---- */

static struct str distance_text(const struct words *words, double km, struct arena *arena)
{
    struct str number = number_decimal(km, km < 10 ? 1 : 0, arena);
    return words_fill(words, "entry.distance", arena, {"km", number});
}

static struct value view_nearest(const struct view *view, const struct page *page,
                                 struct arena *arena)
{
    const struct identity *identity = page->lao->identity;
    struct value *values = arena_many(arena, identity->nearest_count, struct value);
    for (size_t i = 0; i < identity->nearest_count; i++) {
        struct near_view *v = value_struct(near_view, arena);
        v->card = view_card(view, page, identity->nearest[i].lao, arena);
        v->distance = value_text(
            distance_text(&view->words[page->lang], identity->nearest[i].km, arena));
        values[i] = value_map(v, &near_shape);
    }
    return view_some(value_list(values, identity->nearest_count), &entry_nearest_shape,
                     arena);
}

/* The entry before and after this one in its district, in the order of the language. */
static void fill_neighbours(const struct view *view, const struct page *page,
                            struct entry_root *root, struct arena *arena)
{
    if (!page->lao->district)
        return;
    const struct laos *entries = &page->lao->district->entries;
    unsigned own = page->lao->identity->rank[page->lang];
    const struct lao *before = NULL, *after = NULL;
    for (size_t i = 0; i < entries->count; i++) {
        const struct lao *other = entries->items[i];
        unsigned rank = other->identity->rank[page->lang];
        if (rank < own && (!before || rank > before->identity->rank[page->lang]))
            before = other;
        if (rank > own && (!after || rank < after->identity->rank[page->lang]))
            after = other;
    }
    if (before)
        root->previous = view_card(view, page, before, arena);
    if (after)
        root->next = view_card(view, page, after, arena);
}

static void fill_entry(const struct view *view, const struct page *page, void *data,
                       struct arena *arena)
{
    struct entry_root *root = data;
    struct str key = page->lao->identity->category->key;
    fill_head(view, page, root, arena);
    fill_crumbs(view, page, root, arena);
    fill_where(view, page, root, arena);
    fill_picture(view, page, root, arena);
    root->keep = view_keep(view, page->lao, arena);
    fill_words(view, page, root, arena);
    fill_share(view, page, root, arena);
    root->figures = view_figures(view, page, arena);
    root->earlier_figures = earlier_figures(view, page, arena);
    root->nearest = view_nearest(view, page, arena);
    fill_neighbours(view, page, root, arena);
    root->is_historic = value_bool(str_eq(key, STR("historic")));
    root->is_attraction =
        value_bool(str_eq(key, STR("historic")) || str_eq(key, STR("arts")));
    root->amenities =
        view_some(view_amenities(view, page, arena), &entry_amenities_shape, arena);
}

const struct page_type entry_type = {
    .name = "entry",
    .template = "entry.html",
    .embed = "entry.jsonld.json",
    TYPE_SLOTS(entry_root, entry_slots),
    .fill = fill_entry,
};
